import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Provider, token } from './provider.ts';

describe('the protocol of the vendor’s example', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await Provider.start();
  });
  afterAll(() => provider.simulator.close());

  it('answers with the number that the phone shows', async () => {
    const response = await provider.asksForCall('+79001234567');
    expect(response.status).toBe(200);
    const { SenderID } = (await response.json()) as { SenderID: string };
    expect(SenderID).toMatch(/^\+78[0-9]{9}$/);
    expect(await provider.lastCallTo('+79001234567')).toMatchObject({ from: SenderID, to: '+79001234567', state: 'ringing', requestId: 'request-1' });
  });

  it('calls from numbers that do not repeat or follow from each other', async () => {
    const seen = new Set<string>();
    for (let i = 0; i < 50; i += 1) seen.add(((await (await provider.asksForCall('+79990000001')).json()) as { SenderID: string }).SenderID);
    expect(seen.size).toBe(50);
  });

  it('calls as often as it is asked, also for the same request: not to ask twice is the client’s duty', async () => {
    await provider.asksForCall('+79990000002');
    await provider.asksForCall('+79990000002');
    expect(await provider.callsTo('+79990000002')).toHaveLength(2);
  });

  it.each([
    ['no token', {}],
    ['a wrong token', { token: 'another' }],
    ['an empty token', { token: '' }],
    ['the token and more', { token: `${token}x` }],
  ])('refuses %s before it reads anything', async (_name, headers) => {
    const response = await provider.send('POST', '/provider/call', 'not even JSON', headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'token_invalid', field: 'Token' });
  });

  it.each([
    ['nothing', '', 'body'],
    ['broken JSON', '{"id":', 'body'],
    ['an array', [], 'body'],
    ['null', 'null', 'body'],
    ['a text', '"9001234567"', 'body'],
    ['no number', { id: 'x' }, 'dst_number'],
    ['an empty number', { id: 'x', dst_number: '' }, 'dst_number'],
    ['a number with its country code', { id: 'x', dst_number: '+79001234567' }, 'dst_number'],
    ['nine digits', { id: 'x', dst_number: '900123456' }, 'dst_number'],
    ['digits of another script', { id: 'x', dst_number: '٩٠٠١٢٣٤٥٦٧' }, 'dst_number'],
    ['full-width digits', { id: 'x', dst_number: '９００１２３４５６７' }, 'dst_number'],
    ['digits and a line break', { id: 'x', dst_number: '9001234567\n' }, 'dst_number'],
    ['a JSON number', { id: 'x', dst_number: 9001234567 }, 'dst_number'],
    ['an array of numbers', { id: 'x', dst_number: ['9001234567'] }, 'dst_number'],
    ['no id', { dst_number: '9001234567' }, 'id'],
    ['an empty id', { id: '', dst_number: '9001234567' }, 'id'],
    ['a huge id', { id: 'x'.repeat(129), dst_number: '9001234567' }, 'id'],
    ['an object as id', { id: {}, dst_number: '9001234567' }, 'id'],
  ])('refuses %s and says which field is wrong', async (_name, body, field) => {
    const response = await provider.send('POST', '/provider/call', body, { token });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 400, field });
  });

  it('reads at most 4 KiB', async () => {
    const response = await provider.send('POST', '/provider/call', { id: 'x', dst_number: '9'.repeat(5000) }, { token });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body_too_large' });
  });

  it('dials nobody for what it refused', async () => {
    const before = ((await (await provider.fetch('/api/calls')).json()) as { calls: unknown[] }).calls.length;
    await provider.send('POST', '/provider/call', { id: 'x', dst_number: '123' }, { token });
    await provider.send('POST', '/provider/call', { id: 'x', dst_number: '9001234567' });
    expect(((await (await provider.fetch('/api/calls')).json()) as { calls: unknown[] }).calls).toHaveLength(before);
  });
});
