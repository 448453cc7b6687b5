import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, freshRedis, startRedis } from '@blitz/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Started } from './support/started.ts';

// Real processes start and end here; the limits that matter are asserted.
jest.setTimeout(30_000);

const newKey = (): string => randomBytes(32).toString('base64');
const keys = { BLITZ_MASTER_KEY: newKey(), BLITZ_SECRET: newKey() };

const processes: Started[] = [];
function start(variables: Readonly<Record<string, string>>): Started {
  const started = new Started({ BLITZ_PORT: '0', ...keys, ...variables });
  processes.push(started);
  return started;
}

afterAll(async () => {
  for (const each of processes) each.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
});

describe('blitz-console with an environment that is not complete', () => {
  it('ends by itself, names all that is missing at once, and says what it expected', async () => {
    const began = performance.now();
    const { status, err } = await start({ BLITZ_MASTER_KEY: '', BLITZ_SECRET: '', NODE_ENV: 'production' }).ended;
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(status).toBe(1);
    expect(err).toMatch(/BLITZ_DATABASE_URL is missing; expected postgres:/);
    expect(err).toMatch(/BLITZ_REDIS_URL is missing; expected redis:/);
    for (const name of ['BLITZ_MASTER_KEY', 'BLITZ_SECRET', 'BLITZ_ISSUER', 'BLITZ_PUBLIC_URL']) expect(err).toContain(`${name} is missing`);
  });

  it.each([
    ['BLITZ_DATABASE_URL', 'open-sesame'],
    ['BLITZ_REDIS_URL', 'http://:open-sesame@host'],
    ['BLITZ_TRUSTED_PROXIES', 'open-sesame'],
    ['BLITZ_PUBLIC_URL', 'https://open-sesame:x@host'],
    ['BLITZ_ISSUER', 'https://open-sesame:x@host'],
    ['BLITZ_MASTER_KEY', 'open-sesame'],
    ['BLITZ_EGRESS_ADDRESSES', 'open-sesame'],
  ])('does not start with a wrong %s, and does not print it', async (variable, value) => {
    const good = { BLITZ_DATABASE_URL: 'postgres://127.0.0.1:1/x', BLITZ_REDIS_URL: 'redis://127.0.0.1:1' };
    const { status, err, out } = await start({ ...good, [variable]: value }).ended;
    expect(status).toBe(1);
    expect(err).toContain(`${variable} is not what it should be`);
    expect(err + out).not.toContain('sesame');
  });

  it('does not start when the database does not answer, and keeps its password to itself', async () => {
    const { status, err, out } = await start({
      BLITZ_DATABASE_URL: 'postgres://blitz:open-sesame@127.0.0.1:1/x',
      BLITZ_REDIS_URL: 'redis://127.0.0.1:1',
    }).ended;
    expect(status).toBe(1);
    expect(err).toContain("blitz-console can't start. connect ECONNREFUSED 127.0.0.1:1 (PostgreSQL, which BLITZ_DATABASE_URL names)");
    expect(err + out).not.toContain('sesame');
  });
});

describe('blitz-console', () => {
  let service: Started;
  let url: string;
  const json = async (answer: Response): Promise<unknown> => answer.json();

  beforeAll(async () => {
    service = start({ BLITZ_DATABASE_URL: (await freshDatabase()).url, BLITZ_REDIS_URL: (await freshRedis()).url, BLITZ_ISSUER: 'http://127.0.0.1:1/blitz' });
    url = await service.address();
  });

  it('is alive, ready, and measured', async () => {
    expect(await json(await fetch(`${url}/blitz/healthz`))).toEqual({ status: 'alive' });
    expect(await json(await fetch(`${url}/blitz/readyz`))).toEqual({ status: 'ready' });
    expect(await (await fetch(`${url}/blitz/metrics`)).text()).toMatch(/process_resident_memory_bytes\{service="blitz-console"\} \d+/);
  });

  it('tells programs in their way what it has not, with strict headers', async () => {
    const answer = await fetch(`${url}/blitz/console/nothing?code=open-sesame`, { headers: { accept: 'application/json', 'x-correlation-id': 'forged-by-a-stranger' } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await json(answer)).toMatchObject({ code: 'address_unknown', correlationId: answer.headers.get('x-correlation-id') });
    expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-correlation-id')).toMatch(/^c[0-9a-f]{18}-\w+$/);
  });

  it.each([
    ['a body that is too large', 'x'.repeat(65_537), 'application/json', 413, 'body_too_large'],
    ['a body that is cut off', '{"a":', 'application/json', 400, 'request_malformed'],
  ])('refuses %s', async (_, body, type, status, code) => {
    const answer = await fetch(`${url}/blitz/console/api`, { method: 'POST', body, headers: { 'content-type': type } });
    expect([answer.status, await json(answer)]).toEqual([status, expect.objectContaining({ code })]);
  });

  it('believes nobody who claims to be a proxy: metrics are there, and the log keeps our own ids', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9', 'x-correlation-id': 'forged-by-a-stranger' };
    expect((await fetch(`${url}/blitz/metrics`, { headers })).status).toBe(200);
    await fetch(`${url}/blitz/console`, { headers });
    expect(service.log).not.toMatch(/203\.0\.113|forged/);
  });

  it('tells nobody without a token anything of its API', async () => {
    const answer = await fetch(`${url}/blitz/admin/api/v1/test-calls`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.headers.get('www-authenticate'), await json(answer)]).toEqual([401, 'Bearer', expect.objectContaining({ code: 'authentication_required' })]);
  });

  it('lets nobody in while blitz-idp is away, and is ready all the same', async () => {
    const headers = { authorization: 'Bearer eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImEifQ.e30.c2ln', 'content-type': 'application/json' };
    const answer = await fetch(`${url}/blitz/admin/api/v1/test-calls`, { method: 'POST', body: '{}', headers });
    expect([answer.status, await json(answer)]).toEqual([503, expect.objectContaining({ code: 'keys_unavailable', retryAfterSec: 5 })]);
    expect((await fetch(`${url}/blitz/readyz`)).status).toBe(200);
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
    expect(err.trim()).toMatch(/^blitz-console can't start\. Port \d+ is in use: .* BLITZ_PORT .*$/);
  });

  it('ends on SIGTERM with 0 within ten seconds, and its last line says so', async () => {
    const began = performance.now();
    service.kill('SIGTERM');
    const { status, out, err } = await service.ended;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out.trim().split('\n').at(-1) ?? '')).toMatchObject({ level: 'info', msg: 'blitz-console has stopped' });
  });
});
