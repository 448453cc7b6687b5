import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newChallengeId, type CallOrder, type CallOutcome } from '@blitz/factors';
import { VendorExampleProvider, type VendorExampleOptions } from '@blitz/telephony';
import { Company, says } from './company.ts';

const sub = '6f2f9c43-6b7c-4f0a-9a53-0c4f5a8f3d10';
const phone = '+79161234567';
const token = 'very-secret-token';
const order = (rest: Partial<CallOrder> = {}): CallOrder => ({
  phoneNumber: phone,
  codeLength: 4,
  requestId: newChallengeId(sub),
  address: '192.0.2.1',
  locale: 'en',
  correlation: 'correlation',
  ...rest,
});

let company: Company;
beforeEach(async () => {
  company = await Company.opens();
});
afterEach(() => company.closes());

const provider = (options: Partial<VendorExampleOptions> = {}): VendorExampleProvider =>
  new VendorExampleProvider({ url: company.url, token, answerMs: 2_000, wholeMs: 3_000, ...options });
const calls = (options: Partial<VendorExampleOptions> = {}): Promise<CallOutcome> => provider(options).call(order());

/** Whatever goes wrong is said without the number, the token and the provider's words. */
function failedWith(outcome: CallOutcome, because: string, surelyNoCall: boolean): void {
  expect(outcome).toMatchObject({ kind: 'failed', because, surelyNoCall });
  const said = JSON.stringify(outcome);
  for (const secret of [phone, phone.slice(1), phone.slice(-10), token, '127.0.0.1', 'secret']) expect(said).not.toContain(secret);
  expect((outcome as { hint: string }).hint).toMatch(/^[\w ]{1,60}$/);
}

describe('the request of the vendor’s example', () => {
  it('is a POST with the token, an id and the last ten digits of the number', async () => {
    const asked = order();
    await provider().call(asked);
    const [request] = company.requests;
    expect(request?.method).toBe('POST');
    expect(request?.headers).toMatchObject({ token, 'content-type': 'application/json', 'x-correlation-id': 'correlation' });
    expect(JSON.parse(request?.body ?? '')).toEqual({ id: asked.requestId.slice(sub.length + 1), dst_number: '9161234567' });
  });

  it('tells the provider nothing about the account', async () => {
    await calls();
    expect(JSON.stringify(company.requests)).not.toContain(sub);
  });

  it('names the same call by the same id, and another by another', async () => {
    const asked = order();
    await provider().call(asked);
    await provider().call(asked);
    await calls();
    const ids = company.requests.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false]);
  });

  it('goes where the administrator said, whatever proxy the environment names', async () => {
    const before = { ...process.env };
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'all_proxy']) process.env[name] = 'http://127.0.0.1:9';
    try {
      expect(await calls()).toMatchObject({ kind: 'placed' });
    } finally {
      process.env = before;
    }
  });
});

describe('the answer that a call was made', () => {
  it.each<[string, unknown, string]>([
    ['a text', { SenderID: '+79580001234' }, '+79580001234'],
    ['written for people', { SenderID: '8 (958) 000-12-34' }, '8 (958) 000-12-34'],
    ['a number', { SenderID: 79580001234 }, '79580001234'],
    ['with other fields', { status: 'ok', SenderID: '1234', cost: 0.4 }, '1234'],
    ['with leading zeros', { SenderID: '0007' }, '0007'],
    ['R4 too short to hold a code: that is for the rules to judge', { SenderID: '' }, ''],
    ['after a byte order mark', '\ufeff{"SenderID":"1234"}', '1234'],
  ])('R4 SenderID as %s', async (_name, body, callerNumber) => {
    company.answer = says(200, body);
    expect(await calls()).toMatchObject({ kind: 'placed', proof: { kind: 'caller_number', callerNumber } });
  });

  it('whatever its content type says', async () => {
    company.answer = says(200, { SenderID: '1234' }, { 'content-type': 'text/html' });
    expect(await calls()).toMatchObject({ kind: 'placed', proof: { kind: 'caller_number', callerNumber: '1234' } });
  });
});

describe('R13 an answer that leaves open whether it rang', () => {
  it.each<[string, unknown]>([
    ['no SenderID', { status: 'ok' }],
    ['a SenderID of null', { SenderID: null }],
    ['a list', { SenderID: ['1234'] }],
    ['an object', { SenderID: { number: '1234' } }],
    ['a fraction', { SenderID: 1234.5 }],
    ['a number that JSON could not hold', '{"SenderID": 123456789012345678901}'],
    ['a negative number', { SenderID: -1234 }],
    ['a novel', { SenderID: '1'.repeat(65) }],
    ['JSON that is a text', '"1234"'],
    ['JSON that is null', 'null'],
    ['half of a JSON', '{"SenderID": "12'],
    ['a web page', '<html>secret</html>'],
    ['nothing', ''],
  ])('200 with %s', async (_name, body) => {
    company.answer = says(200, body);
    failedWith(await calls(), 'provider_failed', false);
  });

  it.each([201, 202, 204, 408, 500, 502, 503, 504])('status %d', async (status) => {
    company.answer = says(status, status === 204 ? '' : { SenderID: '1234', detail: 'secret' });
    const outcome = await calls();
    failedWith(outcome, 'provider_failed', false);
    expect(outcome).toMatchObject({ hint: `status ${String(status)}` });
  });

  it('no answer in time', async () => {
    company.answer = () => undefined;
    failedWith(await calls({ answerMs: 100 }), 'provider_failed', false);
    expect(company.requests).toHaveLength(1);
  });

  it('an answer that drips and never ends', async () => {
    company.answer = (response) => {
      response.writeHead(200);
      const drops = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drops));
    };
    const began = performance.now();
    failedWith(await calls({ answerMs: 150, wholeMs: 300 }), 'provider_failed', false);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  it('an answer that begins in time and is never whole', async () => {
    company.answer = (response) => response.writeHead(200).write('{"SenderID":');
    failedWith(await calls({ answerMs: 150, wholeMs: 300 }), 'provider_failed', false);
  });

  it('a connection that broke after the request was sent, which is not sent again', async () => {
    company.answer = (_response, request) => request.socket.resetAndDestroy();
    failedWith(await calls(), 'provider_failed', false);
    expect(company.requests).toHaveLength(1);
  });

  it('a connection that was closed without an answer', async () => {
    company.answer = (_response, request) => request.socket.end();
    failedWith(await calls(), 'provider_failed', false);
    expect(company.requests).toHaveLength(1);
  });

  it('an answer of megabytes, of which only the beginning is read', async () => {
    let sent = 0;
    company.answer = (response) => {
      response.writeHead(200);
      const more = (): void => {
        if (response.destroyed || sent > 64 * 1024 * 1024) return;
        sent += 1024 * 1024;
        response.write(' '.repeat(1024 * 1024), more);
      };
      more();
    };
    failedWith(await calls(), 'provider_failed', false);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it('an answer that is no HTTP', async () => {
    company.answer = (_response, request) => request.socket.end('+OK secret\r\n');
    failedWith(await calls(), 'provider_failed', false);
  });
});

describe('R13 an answer that surely no call was made', () => {
  it.each([400, 401, 402, 403, 404, 409, 422, 429, 451])('a refusal, %d', async (status) => {
    company.answer = says(status, { error: 'secret' });
    failedWith(await calls(), 'provider_refused', true);
  });

  it.each([301, 302, 303, 307, 308])('a redirect, %d, which is not followed', async (status) => {
    const elsewhere = await Company.opens();
    company.answer = says(status, '', { location: elsewhere.url });
    failedWith(await calls(), 'provider_refused', true);
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.closes();
  });

  it.each(['127.0.0.1', 'localhost'])('nobody listens at %s', async (host) => {
    const port = company.port;
    await company.closes();
    failedWith(await calls({ url: `http://${host}:${String(port)}/call` }), 'provider_failed', true);
    company = await Company.opens();
  });

  it('a name that does not exist', async () => {
    failedWith(await calls({ url: 'http://provider.invalid/call' }), 'provider_failed', true);
  });
});

describe('R19 a connection that leads nowhere', () => {
  it('is given up in time', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const outcome = await calls({ url: `https://127.0.0.1:${String(port)}/call`, answerMs: 150, wholeMs: 200 });
    failedWith(outcome, 'provider_failed', false);
    await new Promise((resolve) => silent.close(resolve));
  });

  it.each(['not an address', '', 'ftp://127.0.0.1/call', 'http://127.0.0.1:99999/call'])('never throws, not even for %j', async (url) => {
    expect(await calls({ url })).toMatchObject({ kind: 'failed', because: 'provider_failed' });
    expect(company.requests).toEqual([]);
  });

  it('a token with a line break in it adds no header of its own', async () => {
    await calls({ token: 'one\r\nX-Evil: two' });
    expect(company.requests[0]?.headers['x-evil']).toBeUndefined();
  });
});
