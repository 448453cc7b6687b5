import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail, type AuditEvent } from '@blitz/audit';
import { Redis } from 'ioredis';
import { Town } from './support/town.ts';

const hour = 3_600_000;

describe('what becomes of calls', () => {
  let town: Town;
  let start: number;
  beforeAll(async () => {
    town = await Town.open();
    start = Math.floor(town.clock.now() / hour) * hour - 3 * hour;
    const trail = town.service.get(AuditTrail);
    const said = [
      ['call_asked', 0], ['call_placed', 10], ['entry_wrong', 6_000], ['entry_right', 8_010], ['call_asked', hour], ['call_failed', hour + 1, { reason: 'late' }],
      ['call_refused', hour + 2, { reason: 'guard_total' }], ['guard_fired', hour + 2, { reason: 'guard_total' }], ['method_blocked', hour + 3, { until: start + 2 * hour }],
    ] as const;
    for (const [type, after, details] of said) trail.record({ type, at: start + after, sub: 'ada', ...(details === undefined ? {} : { details }) } as AuditEvent);
    await trail.flush();
  });
  afterAll(() => town.close());

  const asks = async (path: string, scope = 'r_audit'): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${town.url}/blitz/admin/api/v1/calls/${path}`, { headers: { authorization: `Bearer ${await town.accessToken(scope)}` } });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const iso = (at: number): string => new Date(at).toISOString();

  it('is told hour by hour, with reasons and with the time that people need', async () => {
    const { status, body } = await asks(`overview?from=${iso(start)}&to=${iso(start + 2 * hour)}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      as_of: expect.any(String), from: iso(start), before: iso(start + 2 * hour), bucket: 'hour',
      buckets: [
        { at: iso(start), asked: 1, placed: 1, failed: 0, refused: 0, completed: 1 },
        { at: iso(start + hour), asked: 1, placed: 0, failed: 1, refused: 1, completed: 0 },
      ],
      totals: { asked: 2, placed: 1, failed: 1, refused: 1, completed: 1, wrong_entries: 1, blocks_begun: 1 },
      failures: [{ reason: 'late', count: 1 }],
      refusals: [{ reason: 'guard_total', count: 1 }],
      guards: [{ reason: 'guard_total', count: 1 }],
      time_to_code: { codes: 1, mean_ms: 8_000, p50_ms: 8_000, p90_ms: 8_000 },
    });
  });

  it('is told of the last day when nothing else is asked, and by day for a season', async () => {
    const { body } = await asks('overview');
    expect((body['buckets'] as unknown[]).length).toBeGreaterThanOrEqual(24);
    expect(body['totals']).toMatchObject({ asked: 2 });
    const now = town.clock.now();
    const season = await asks(`overview?bucket=day&from=${iso(now - 91 * 24 * hour)}&to=${iso(now)}`);
    expect((season.body['buckets'] as unknown[]).length).toBeGreaterThanOrEqual(91);
    expect(season.body['totals']).toMatchObject({ asked: 2, completed: 1 });
  });

  it('is nothing where nobody was called: no time to code rather than none at all', async () => {
    const { body } = await asks('overview?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z');
    expect([body['time_to_code'], body['failures'], (body['buckets'] as unknown[]).length]).toEqual([null, [], 24]);
  });

  it.each([
    'from=x', 'to=x', 'bucket=week', 'from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', 'from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'days=1',
    'from=2026-01-01T00:00:00Z&to=2026-01-08T00:00:01Z', 'from=2026-01-01T00:00:00Z&to=2026-04-03T00:00:01Z&bucket=day', 'from=2026-01-01T00:00:60Z',
  ])('is not told for %s', async (query) => {
    const { status, body } = await asks(`overview?${query}`);
    expect([status, body['code']]).toEqual([422, 'fields_invalid']);
  });

  it.each(['from=2026-01-01T00:00:00Z&to=2026-01-08T00:00:00Z', 'from=2026-01-01T00:00:00Z&to=2026-04-03T00:00:00Z&bucket=day'])('is told for as long as %s', async (query) => {
    expect((await asks(`overview?${query}`)).status).toBe(200);
  });

  it('is told this moment: what waits, and for how long', async () => {
    const { options } = town.service.get(Redis);
    const { BullMqCallQueue } = await import('@blitz/telephony');
    const queue = new BullMqCallQueue({ host: options.host ?? '', port: options.port ?? 0, db: options.db ?? 0, password: options.password ?? '' });
    await queue.add('a-challenge', 'a correlation');
    const { status, body } = await asks('queue');
    await queue.close();
    expect(status).toBe(200);
    expect(body['calls']).toMatchObject({ waiting: 1, active: 0, delayed: 0, failed: 0, under_way_ms: [] });
    expect(body['follow_ups']).toMatchObject({ waiting: 0, oldest_wait_ms: 0 });
    expect(JSON.stringify(body)).not.toContain('a-challenge');
  });

  it('is told to those who read the journal and to those who run the system', async () => {
    for (const path of ['overview', 'queue']) {
      expect([(await asks(path, 'r_audit')).status, (await asks(path, 'w_system')).status, (await asks(path, 'w_user')).status]).toEqual([200, 200, 403]);
    }
  });
});
