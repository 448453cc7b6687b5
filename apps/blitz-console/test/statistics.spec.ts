import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SystemClock } from '@blitz/kernel';
import { Breakers, failuresUntilRest, firstRestMs, ProcedureStore } from '@blitz/procedures';
import { RedisCallLedger } from '@blitz/redis';
import { Redis } from 'ioredis';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';

interface Told {
  readonly days: number;
  readonly procedures: readonly Record<string, unknown>[];
}

describe('what became of calls', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.savesSimulator();
  });
  afterAll(() => town.close());

  const asks = async (query = ''): Promise<Response> =>
    fetch(`${town.url}/blitz/admin/api/v1/statistics${query}`, { headers: { authorization: `Bearer ${await town.accessToken()}` } });
  const tells = async (query?: string): Promise<Told> => (await asks(query)).json() as Promise<Told>;

  it('is nothing before anybody was called', async () => {
    expect(await tells()).toEqual({ days: 7, procedures: [{ procedure: 'simulator', enabled: false, rests_until: null, destinations: [], last_faults: [] }] });
  });

  it('is told by procedure and destination, with the last faults, and holds no number', async () => {
    const ledger = new RedisCallLedger(town.service.get(Redis), new SystemClock(), () => undefined);
    const route = { procedure: 'simulator', destination: '+7900', prefixTag: 'tag' };
    for (let calls = 0; calls < 3; calls += 1) ledger.offered(route);
    for (let calls = 0; calls < 2; calls += 1) ledger.placed(route);
    ledger.completed(route, 8_000);
    ledger.failed(route, 'provider_refused', 'simulator, status 403: request_refused');
    await until(async () => JSON.stringify(await tells()).includes('request_refused'));
    const [simulator] = (await tells('?days=1')).procedures;
    expect(simulator).toMatchObject({
      destinations: [{ destination: '+7900', offered: 3, placed: 2, failed: 1, completed: 1, mean_to_code_ms: 8_000 }],
      last_faults: [{ destination: '+7900', because: 'provider_refused', hint: 'simulator, status 403: request_refused', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) }],
    });
  });

  it('says until when a provider is left alone', async () => {
    const now = town.clock.now();
    for (let times = 0; times < failuresUntilRest; times += 1) await town.service.get(Breakers).failed('simulator', now);
    expect((await tells()).procedures).toMatchObject([{ rests_until: new Date(now + firstRestMs).toISOString() }]);
  });

  it('is told of a procedure called constructor, too', async () => {
    const store = town.service.get(ProcedureStore);
    const [simulator] = (await store.set()).procedures;
    if (simulator === undefined) throw new Error('the town has a simulator');
    await store.save({ ...simulator, key: 'constructor' }, { author: 'admin', address: '', browser: '', expectedVersion: 0 });
    expect((await tells()).procedures[0]).toMatchObject({ procedure: 'constructor', rests_until: null });
  });

  it.each(['0', '91', '-1', '1.5', 'x', '', '1&days=2', '999999999'])('is not told for ?days=%s', async (days) => {
    const answer = await asks(`?days=${days}`);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([422, 'fields_invalid']);
  });
});
