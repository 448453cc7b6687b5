import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Provider, token } from './provider.ts';

describe('a provider that misbehaves', () => {
  let provider: Provider;
  let phone = '';
  let phones = 0;
  beforeAll(async () => {
    provider = await Provider.start();
  });
  afterAll(() => provider.simulator.close());

  const asked = async (behaviour: string, delayMs?: number): Promise<Response> => {
    phones += 1;
    phone = `+7916${String(phones).padStart(7, '0')}`;
    await provider.behaves(phone, behaviour, delayMs);
    return provider.asksForCall(phone);
  };

  it('slow: the phone rings at once, the answer comes late', async () => {
    const answer = asked('slow', 300);
    let answered = false;
    void answer.then(() => (answered = true));
    while (phone === '' || (await provider.callsTo(phone)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answered).toBe(false);
    expect(await (await answer).json()).toEqual({ SenderID: (await provider.lastCallTo(phone)).from });
  });

  it('error-500: nothing is dialled', async () => {
    expect((await asked('error-500')).status).toBe(500);
    expect(await provider.lastCallTo(phone)).toMatchObject({ state: 'failed', from: null });
  });

  it('rate-limited-429: says when to come again', async () => {
    const response = await asked('rate-limited-429');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await provider.lastCallTo(phone)).toMatchObject({ state: 'failed', from: null });
  });

  it('busy: the number is told and stands in the phone’s list', async () => {
    const response = await asked('busy');
    const { from, state } = await provider.lastCallTo(phone);
    expect(await response.json()).toEqual({ SenderID: from, Status: 'busy' });
    expect(state).toBe('busy');
  });

  it('no-sender-id: the phone rings, the answer names no number', async () => {
    expect(await (await asked('no-sender-id')).json()).toEqual({ Status: 'accepted' });
    expect((await provider.lastCallTo(phone)).state).toBe('ringing');
  });

  it('short-number: two digits, fewer than any code has', async () => {
    expect(((await (await asked('short-number')).json()) as { SenderID: string }).SenderID).toMatch(/^[0-9]{2}$/);
  });

  it('number-with-letters: the digits among them are the caller’s', async () => {
    const { SenderID } = (await (await asked('number-with-letters')).json()) as { SenderID: string };
    expect(SenderID).toMatch(/[a-z]/i);
    expect(`+${SenderID.replace(/[^0-9]/g, '')}`).toBe((await provider.lastCallTo(phone)).from);
  });

  it('bad-json: claims to be JSON and is not', async () => {
    const response = await asked('bad-json');
    expect(response.headers.get('content-type')).toMatch('application/json');
    await expect(response.json()).rejects.toThrow('JSON');
  });

  it('redirect: who follows it is caught by a ringing phone', async () => {
    const response = await asked('redirect');
    expect([response.status, response.headers.get('location')]).toEqual([307, '/provider/call/redirected']);
    expect((await provider.callsTo(phone)).map(({ state }) => state)).toEqual(['failed']);
    await provider.asksForCall(phone, { redirect: 'follow' });
    expect((await provider.callsTo(phone)).map(({ state }) => state)).toContain('ringing');
  });

  it('drops-connection: the phone rings, nobody learns from which number', async () => {
    await expect(asked('drops-connection')).rejects.toThrow();
    expect((await provider.lastCallTo(phone)).state).toBe('ringing');
  });

  it('hangs: answers nothing until the client gives up', async () => {
    await provider.behaves('+79991110000', 'hangs');
    await expect(provider.asksForCall('+79991110000', { signal: AbortSignal.timeout(300) })).rejects.toThrow('aborted due to timeout');
    expect(await provider.lastCallTo('+79991110000')).toMatchObject({ state: 'failed', from: null });
  });

  it('concerns one phone only, and ends when it is reset', async () => {
    await provider.behaves('+79991110001', 'error-500');
    expect((await provider.asksForCall('+79991110002')).status).toBe(200);
    expect((await provider.asksForCall('+79991110001')).status).toBe(500);
    expect((await provider.fetch('/api/phones/+79991110001/behaviour', { method: 'DELETE' })).status).toBe(204);
    expect((await provider.asksForCall('+79991110001')).status).toBe(200);
  });

  it('lists the phones with what was chosen for them, the latest first', async () => {
    await provider.behaves('+4915112345678', 'slow', 700);
    const { phones: listed } = (await (await provider.fetch('/api/phones')).json()) as { phones: unknown[] };
    expect(listed[0]).toEqual({ number: '+4915112345678', behaviour: 'slow', delayMs: 700 });
    await provider.asksForCall('+4915112345678');
    expect((await provider.lastCallTo('+4915112345678')).to).toBe('+4915112345678');
  });

  it.each([
    ['an unknown behaviour', '+79001234567', { behaviour: 'explode' }, 'behaviour'],
    ['no behaviour', '+79001234567', {}, 'behaviour'],
    ['several behaviours', '+79001234567', { behaviour: ['slow'] }, 'behaviour'],
    ['a negative delay', '+79001234567', { behaviour: 'slow', delayMs: -1 }, 'delayMs'],
    ['a delay beyond reason', '+79001234567', { behaviour: 'slow', delayMs: 120_001 }, 'delayMs'],
    ['half a millisecond', '+79001234567', { behaviour: 'slow', delayMs: 0.5 }, 'delayMs'],
    ['words for a delay', '+79001234567', { behaviour: 'slow', delayMs: '1e3' }, 'delayMs'],
    ['a number without +', '79001234567', { behaviour: 'slow' }, 'e164'],
    ['digits of another script', '+٧٩٠٠١٢٣٤٥٦٧', { behaviour: 'slow' }, 'e164'],
    ['an array', '+79001234567', [], 'body'],
  ])('refuses %s', async (_name, number, body, field) => {
    const response = await provider.send('PUT', `/api/phones/${encodeURIComponent(number)}/behaviour`, body);
    expect([response.status, ((await response.json()) as { field: string }).field]).toEqual([400, field]);
  });

  it('closes at once, whoever is kept waiting', async () => {
    const other = await Provider.start();
    await other.behaves('+79991110003', 'hangs');
    await other.behaves('+79991110004', 'slow', 60_000);
    const waiting = ['+79991110003', '+79991110004'].map((to) => expect(other.asksForCall(to)).rejects.toThrow('fetch failed'));
    while (((await (await other.fetch('/api/calls')).json()) as { calls: unknown[] }).calls.length < 2);
    await other.simulator.close();
    await Promise.all(waiting);
    await expect(fetch(other.url, { headers: { token } })).rejects.toThrow('fetch failed');
  });
});
