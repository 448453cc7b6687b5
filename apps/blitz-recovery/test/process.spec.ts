import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, freshRedis, startRedis } from '@blitz/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Started } from './support/started.ts';

// Real processes start and end here; the limits that matter are asserted.
jest.setTimeout(30_000);

const processes: Started[] = [];
function start(variables: Readonly<Record<string, string>>): Started {
  const started = new Started({ BLITZ_PORT: '0', ...variables });
  processes.push(started);
  return started;
}

afterAll(async () => {
  for (const each of processes) each.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
});

describe('blitz-recovery with an environment that is not complete', () => {
  it('ends by itself, names all that is missing at once, and says what it expected', async () => {
    const began = performance.now();
    const { status, err } = await start({}).ended;
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(status).toBe(1);
    expect(err).toMatch(/BLITZ_DATABASE_URL is missing; expected postgres:/);
    expect(err).toMatch(/BLITZ_REDIS_URL is missing; expected redis:/);
  });

  it('does not start when the database does not answer, and keeps its password to itself', async () => {
    const { status, err, out } = await start({
      BLITZ_DATABASE_URL: 'postgres://blitz:open-sesame@127.0.0.1:1/x',
      BLITZ_REDIS_URL: 'redis://127.0.0.1:1',
    }).ended;
    expect(status).toBe(1);
    expect(err).toContain("blitz-recovery can't start. connect ECONNREFUSED 127.0.0.1:1 (PostgreSQL, which BLITZ_DATABASE_URL names)");
    expect(err + out).not.toContain('sesame');
  });
});

describe('blitz-recovery', () => {
  let service: Started;
  let url: string;
  const json = async (answer: Response): Promise<unknown> => answer.json();

  beforeAll(async () => {
    service = start({ BLITZ_DATABASE_URL: (await freshDatabase()).url, BLITZ_REDIS_URL: (await freshRedis()).url });
    url = await service.address();
  });

  it('is alive, ready, and measured', async () => {
    expect(await json(await fetch(`${url}/blitz/healthz`))).toEqual({ status: 'alive' });
    expect(await json(await fetch(`${url}/blitz/readyz`))).toEqual({ status: 'ready' });
    expect(await (await fetch(`${url}/blitz/metrics`)).text()).toMatch(/process_resident_memory_bytes\{service="blitz-recovery"\} \d+/);
  });

  it('has no page yet, and says so in a way that programs understand, with strict headers', async () => {
    const answer = await fetch(`${url}/blitz/recovery?code=open-sesame`, { headers: { accept: 'text/html', 'x-correlation-id': 'forged-by-a-stranger' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await json(answer)).toMatchObject({ code: 'address_unknown', correlationId: answer.headers.get('x-correlation-id') });
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-correlation-id')).toMatch(/^c[0-9a-f]{18}-\w+$/);
  });

  it('is not ready while Redis is away, and names it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'blitz-redis-'));
    const redis = await startRedis({ folder, appendOnly: false });
    const lonely = start({ BLITZ_DATABASE_URL: (await freshDatabase()).url, BLITZ_REDIS_URL: redis.url });
    const ready = `${await lonely.address()}/blitz/readyz`;
    expect((await fetch(ready)).status).toBe(200);
    await redis.stop();
    const answer = await fetch(ready);
    expect([answer.status, await json(answer)]).toEqual([503, expect.objectContaining({ missing: ['redis'] })]);
    expect((await fetch(ready.replace('readyz', 'healthz'))).status).toBe(200);
    expect(lonely.log.match(/redis is out of reach/g)).toHaveLength(1);
    expect(lonely.log).not.toContain(new URL(redis.url).password);
    lonely.kill('SIGTERM');
    expect((await lonely.ended).status).toBe(0);
  });

  it('is not ready with a database that lacks our tables', async () => {
    const { url: empty } = await freshDatabase({ empty: true });
    const early = start({ BLITZ_DATABASE_URL: empty, BLITZ_REDIS_URL: (await freshRedis()).url });
    const answer = await fetch(`${await early.address()}/blitz/readyz`);
    expect([answer.status, await json(answer)]).toEqual([503, expect.objectContaining({ missing: ['database'] })]);
    early.kill('SIGINT');
    expect((await early.ended).status).toBe(0);
  });

  it('says in one sentence that its port is taken', async () => {
    const taken = start({ BLITZ_DATABASE_URL: (await freshDatabase()).url, BLITZ_REDIS_URL: (await freshRedis()).url, BLITZ_PORT: new URL(url).port });
    const { status, err } = await taken.ended;
    expect(status).toBe(1);
    expect(err.trim()).toMatch(/^blitz-recovery can't start\. Port \d+ is in use: .* BLITZ_PORT .*$/);
  });

  it('ends on SIGTERM with 0 within ten seconds, and its last line says so', async () => {
    const began = performance.now();
    service.kill('SIGTERM');
    const { status, out, err } = await service.ended;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ level: 'info', msg: 'blitz-recovery has stopped' });
  });
});
