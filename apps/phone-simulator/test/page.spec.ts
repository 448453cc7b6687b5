import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSimulator } from '../src/simulator.ts';
import { Provider, token } from './provider.ts';

describe('the page', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await Provider.start();
  });
  afterAll(() => provider.simulator.close());

  const shown = async (path = '/', language = 'en'): Promise<string> =>
    (await provider.fetch(path, { headers: { 'accept-language': language } })).text();
  const submits = (path: string, form: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    provider.fetch(path, { method: 'POST', body: new URLSearchParams(form), headers });

  it('shows a phone that is silent, and then one that rings with the caller’s last digits apart', async () => {
    expect(await shown()).toContain('No incoming call');
    await provider.asksForCall('+79050000001');
    const { from } = await provider.lastCallTo('+79050000001');
    const last = `${from?.slice(-4, -2) ?? ''} ${from?.slice(-2) ?? ''}`;
    expect(await shown()).toMatch(new RegExp(`handset ringing.*<strong>${last}</strong>`, 's'));
  });

  it('tells of a call while somebody looks, and lets go when it closes', async () => {
    const watched = await Provider.start();
    const stream = await watched.fetch('/api/events');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const readUntil = async (wanted: RegExp): Promise<string> => {
      for (let text = ''; ; ) {
        const chunk = await reader?.read();
        text += chunk?.value ?? '';
        if (wanted.test(text)) return text;
        if (chunk?.done !== false) throw new Error(`the stream ended without ${String(wanted)}`);
      }
    };
    await watched.asksForCall('+79050000002');
    expect(await readUntil(/event: call\ndata: .*\n\n/)).toContain('"to":"+79050000002"');
    await watched.behaves('+79050000002', 'busy');
    await readUntil(/event: phones\n/);
    await watched.simulator.close();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it('has forms that work without scripts', async () => {
    await provider.asksForCall('+79050000003');
    const { id } = await provider.lastCallTo('+79050000003');
    const answered = await submits(`/calls/${id}/answer`, {});
    expect([answered.status, answered.headers.get('location')]).toEqual([303, '/']);
    expect((await provider.lastCallTo('+79050000003')).state).toBe('answered');

    await submits('/phones', { number: '+79050000003', behaviour: 'error-500', delayMs: '' });
    expect((await provider.asksForCall('+79050000003')).status).toBe(500);
    await submits('/phones', { number: '+79050000003', behaviour: 'error-500', delayMs: '10', reset: 'yes' });
    expect((await provider.asksForCall('+79050000003')).status).toBe(200);
  });

  it('reloads by itself without scripts, until one asks it not to', async () => {
    expect(await shown()).toContain('<noscript><meta http-equiv="refresh"');
    expect(await shown('/?pause=yes')).not.toContain('http-equiv="refresh"');
  });

  it('lists the phones that it was told of before anybody was called, so that the first call can go wrong', async () => {
    const simulator = await startSimulator({ port: 0, host: '127.0.0.1', token, phones: ['+79050000005', '+79050000006'] });
    const { phones } = (await (await fetch(`${simulator.url}/api/phones`)).json()) as { phones: object[] };
    expect(phones).toEqual([{ number: '+79050000005', behaviour: 'normal' }, { number: '+79050000006', behaviour: 'normal' }]);
    expect(await (await fetch(simulator.url)).text()).toContain('value="+79050000005"');
    await simulator.close();
  });

  it('says what was wrong with a form, and shows nothing of it as markup', async () => {
    const response = await submits('/phones', { number: '<script>alert(1)</script>', behaviour: 'normal' });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('That did not work');
    expect(text).not.toContain('alert(1)');
  });

  it('lets no other site press its buttons', async () => {
    const foreign = await submits('/phones', { number: '+79050000004', behaviour: 'hangs' }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
  });

  it('is under a strict content security policy and has no inline script or style', async () => {
    const response = await provider.fetch('/');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    const text = await response.text();
    expect(text).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son[a-z]+=/);
    for (const [, asset] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
      expect((await provider.fetch(asset ?? '')).status).toBe(200);
    }
  });

  it.each([
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['en,ru;q=0.5', 'en'],
    ['de', 'en'],
    [';;;q=,,', 'en'],
  ])('for Accept-Language %s it speaks %s', async (header, language) => {
    expect(await shown('/', header)).toContain(`<html lang="${language}">`);
  });

  it('is healthy, and has nothing at other addresses', async () => {
    expect((await provider.fetch('/healthz')).status).toBe(200);
    const missing = await provider.fetch('/nothing');
    expect(missing.status).toBe(404);
    expect(missing.headers.get('content-type')).toMatch('application/problem+json');
  });
});
