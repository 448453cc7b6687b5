import type { DomainError } from '@blitz/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tryService } from './support/tried-service.ts';
import type { Tried } from './support/tried-service.ts';

const json = async (answer: Response): Promise<Record<string, unknown>> => (await answer.json()) as Record<string, unknown>;
const forged = {
  'x-forwarded-for': '203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example.org',
  forwarded: 'for=203.0.113.9',
  'x-real-ip': '203.0.113.9',
  'x-correlation-id': 'forged-correlation',
};

describe('a request', () => {
  let tried: Tried;
  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(`${tried.url}/blitz/tried/${path}`, init);
  const post = (body: BodyInit, type = 'application/x-www-form-urlencoded'): Promise<Response> =>
    ask('form', { method: 'POST', body, headers: { 'content-type': type } });

  beforeAll(async () => {
    tried = await tryService();
  });
  afterAll(() => tried.service.stop());

  it('is seen with its own address, whatever forged forwarding headers say', async () => {
    const seen = await json(await ask('seen', { headers: forged }));
    expect(seen).toMatchObject({ ip: '127.0.0.1', protocol: 'http' });
    expect(JSON.stringify(seen)).not.toMatch(/203\.0\.113|evil|forged/);
  });

  it('gets a correlation id of ours, which work and answer carry, also after its body was read', async () => {
    const first = await ask('seen', { headers: forged });
    const id = first.headers.get('x-correlation-id');
    expect(id).toMatch(/^c[0-9a-f]{18}-\w+$/);
    expect(await json(first)).toHaveProperty('correlation', id);

    const second = await post(`filler=${'x'.repeat(50_000)}`);
    expect(second.headers.get('x-correlation-id')).not.toBe(id);
    expect(await json(second)).toHaveProperty('correlation', second.headers.get('x-correlation-id'));
    expect(tried.logged()).toMatch(new RegExp(`"correlationId":"${String(second.headers.get('x-correlation-id'))}","msg":"a form came"`));
  });

  it('may bring a form: fields given twice become an array, and no field reaches a prototype', async () => {
    const { body } = await json(await post('code=0471&code=4712&empty=&__proto__=x&%D1%84=%D1%8B'));
    expect(body).toEqual({ code: ['0471', '4712'], empty: '', ф: 'ы' });
  });

  it.each([
    ['a body that is too large', () => post(`code=${'1'.repeat(65_536)}`), 413, 'body_too_large'],
    ['JSON that is cut off', () => post('{"code":', 'application/json'), 400, 'request_malformed'],
    ['JSON that would poison a prototype', () => post('{"__proto__":{"admin":true}}', 'application/json'), 400, 'request_malformed'],
    ['no JSON at all', () => post('', 'application/json'), 400, 'request_malformed'],
    ['a kind of body that nobody reads', () => post('code=1', 'text/plain'), 415, 'body_unsupported'],
    ['an address that can not be decoded', () => ask('%zz?code=open-sesame'), 400, 'request_malformed'],
    ['an address that nobody serves', () => ask('nowhere?code=open-sesame'), 404, 'address_unknown'],
    ['a method that nobody serves', () => ask('seen', { method: 'DELETE' }), 404, 'address_unknown'],
    ['an address that is too long', () => ask(`items/${'a'.repeat(200)}`), 414, 'address_too_long'],
  ])('with %s is refused with a problem', async (_, send, status, code) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await json(answer)).toEqual({ type: 'about:blank', title: expect.any(String), status, code, correlationId: expect.any(String) });
  });

  it('is told what a domain error means, with details that can not replace ours, and when to come again', async () => {
    const answer = await ask('refused');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(await json(answer)).toMatchObject({ type: 'about:blank', code: 'entry_refused', retryAfterSec: 7 });
  });

  it.each(['broken', 'unlisted'])('that fails in an unexpected way (%s) is answered with nothing but an id, and logged', async (path) => {
    const answer = await ask(path);
    const id = answer.headers.get('x-correlation-id');
    expect(answer.status).toBe(500);
    const title = 'Internal Server Error';
    expect(await json(answer)).toEqual({ type: 'about:blank', title, status: 500, code: 'unexpected', correlationId: id });
    expect(tried.logged()).toMatch(new RegExp(`"level":"error".*"correlationId":"${String(id)}".*"msg":"a request failed"`));
  });

  it('is answered with headers that keep browsers strict', async () => {
    const { headers } = await ask('seen');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': 'no-store',
    });
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('can be answered with a page whose form may lead to an application', async () => {
    const policy = (await ask('page-with-targets')).headers.get('content-security-policy');
    expect(policy).toContain("form-action 'self' https://app.example.org");
    expect(policy?.match(/form-action/g)).toHaveLength(1);
  });

  it('leaves one line with the pattern of its route, and nothing that it brought', async () => {
    await ask('items/open-sesame?code=open-sesame', { headers: { cookie: 'a=open-sesame', authorization: 'open-sesame' } });
    await post('code=open-sesame');
    await ask('%zz?code=open-sesame');
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(tried.logged()).toMatch(/"method":"GET","route":"\/blitz\/tried\/items\/:id","status":200,"ms":[\d.]+,"correlationId":"c\w+-\w+","msg":"request"/);
    expect(tried.logged()).toMatch(/"method":"GET","route":"unmatched","status":400/);
    const details = tried.logged().split('\n').filter((line) => !line.includes('a request failed') && !line.includes('a request was refused'));
    expect(details.join('\n')).not.toContain('open-sesame');
  });
});

describe('behind a proxy that the configuration trusts', () => {
  let tried: Tried;
  const ask = (headers: Record<string, string>, path = '/blitz/tried/seen'): Promise<Response> => fetch(`${tried.url}${path}`, { headers });

  beforeAll(async () => {
    tried = await tryService({ BLITZ_TRUSTED_PROXIES: '127.0.0.0/8', BLITZ_PUBLIC_URL: 'https://id.example.org/blitz' });
  });
  afterAll(() => tried.service.stop());

  it('the address that the proxy saw counts, not what the client told the proxy', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1, 203.0.113.9', 'x-forwarded-proto': 'https' };
    expect(await json(await ask(headers))).toMatchObject({ ip: '203.0.113.9', protocol: 'https' });
  });

  it('its correlation id goes on, if it looks like one', async () => {
    const carried = await ask({ 'x-correlation-id': '0af7651916cd43dd8448eb211c80319c' });
    expect(carried.headers.get('x-correlation-id')).toBe('0af7651916cd43dd8448eb211c80319c');
    for (const bad of ['short', 'has spaces in it', 'a"b"c"d"e"f', '79161234567', 'x'.repeat(65)]) {
      expect((await ask({ 'x-correlation-id': bad })).headers.get('x-correlation-id')).toMatch(/^c[0-9a-f]{18}-\w+$/);
    }
  });

  it('browsers are told to stay with https', async () => {
    expect((await ask({})).headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('metrics are not for the outside', async () => {
    expect((await ask({}, '/blitz/metrics')).status).toBe(200);
    expect((await ask({ 'x-forwarded-for': '203.0.113.9' }, '/blitz/metrics')).status).toBe(404);
  });
});

describe('a browser that meets a problem', () => {
  it('is shown a page, and an API client is not', async () => {
    const tried = await tryService({}, { renderHtml: (status, { code }) => `<h1>${status} ${code}</h1>` });
    const page = await fetch(`${tried.url}/blitz/nowhere`, { headers: { accept: 'text/html,*/*;q=0.8' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toBe('<h1>404 address_unknown</h1>');
    expect((await fetch(`${tried.url}/blitz/nowhere`)).headers.get('content-type')).toContain('problem+json');
    await tried.service.stop();
  });

  it('still is told the problem when the page can not be made', async () => {
    const tried = await tryService({}, { renderHtml: () => { throw new Error('template'); } });
    const answer = await fetch(`${tried.url}/blitz/nowhere`, { headers: { accept: 'text/html' } });
    expect([answer.status, await json(answer)]).toEqual([404, expect.objectContaining({ code: 'address_unknown' })]);
    await tried.service.stop();
  });
});

describe('a refusal that has more to say than its details can hold', () => {
  it('tells it as JSON, beside what the standard and we define, which nobody replaces', async () => {
    const describe = (error: DomainError): Record<string, readonly { line: number; message: string }[] | string> =>
      error.code === 'entry_refused' ? { problems: [{ line: 7, message: 'x' }], title: 'stolen', code: 'stolen' } : {};
    const tried = await tryService({}, { describe });
    const answer = await fetch(`${tried.url}/blitz/tried/refused`);
    await tried.service.stop();
    expect(await json(answer)).toMatchObject({ status: 429, code: 'entry_refused', title: 'Too Many Requests', problems: [{ line: 7, message: 'x' }] });
  });
});
