import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ListedCall } from './provider.ts';
import { Provider } from './provider.ts';

describe('the list of calls', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await Provider.start();
  });
  afterAll(() => provider.simulator.close());

  const does = (id: string, deed: string): Promise<Response> => provider.fetch(`/api/calls/${id}/${deed}`, { method: 'POST' });

  it('tells the calls of one phone, newest first, and all of them without a number', async () => {
    await provider.asksForCall('+79030000001');
    provider.clock.passes(1000);
    await provider.asksForCall('+79030000002');
    await provider.asksForCall('+79030000001');
    const calls = await provider.callsTo('+79030000001');
    expect(calls.map(({ at }) => at)).toEqual(['2030-01-01T00:00:01.000Z', '2030-01-01T00:00:00.000Z']);
    expect(((await (await provider.fetch('/api/calls')).json()) as { calls: ListedCall[] }).calls).toHaveLength(3);
    expect(await provider.callsTo('+79039999999')).toEqual([]);
  });

  it('knows a line by its last ten digits, and an unescaped + in the address', async () => {
    expect(await provider.callsTo('+99979030000002')).toHaveLength(1);
    expect(((await (await provider.fetch('/api/calls?to=+79030000002')).json()) as { calls: ListedCall[] }).calls).toHaveLength(1);
  });

  it.each(['', '79030000001', '+7', '+7903000000x', '+٧٩٠٣٠٠٠٠٠٠١', `+7${'9'.repeat(4000)}`])('refuses to=%s', async (to) => {
    const response = await provider.fetch(`/api/calls?to=${encodeURIComponent(to)}`);
    expect([response.status, ((await response.json()) as { field: string }).field]).toEqual([400, 'to']);
  });

  it('refuses two numbers at once', async () => {
    expect((await provider.fetch('/api/calls?to=%2B79030000001&to=%2B79030000002')).status).toBe(400);
  });

  it.each([
    [['answer'], 'answered'],
    [['reject'], 'rejected'],
    [['hangup'], 'missed'],
    [['answer', 'hangup'], 'ended'],
  ])('after %j the call is %s', async (deeds, state) => {
    await provider.asksForCall('+79030000003');
    const { id } = await provider.lastCallTo('+79030000003');
    for (const deed of deeds) expect((await does(id, deed)).status).toBe(200);
    expect((await provider.lastCallTo('+79030000003')).state).toBe(state);
  });

  it('lets nobody answer what is over or never rang', async () => {
    await provider.asksForCall('+79030000004');
    const { id } = await provider.lastCallTo('+79030000004');
    await does(id, 'reject');
    expect((await does(id, 'answer')).status).toBe(409);
    expect((await does('no-such-call', 'answer')).status).toBe(404);
  });

  it('stops ringing by itself after 25 seconds', async () => {
    await provider.asksForCall('+79030000005');
    provider.clock.passes(24_999);
    expect((await provider.lastCallTo('+79030000005')).state).toBe('ringing');
    provider.clock.passes(1);
    const { id, state } = await provider.lastCallTo('+79030000005');
    expect([state, (await does(id, 'answer')).status]).toEqual(['missed', 409]);
  });
});
