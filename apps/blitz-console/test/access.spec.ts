import { privileges } from '@blitz/accounts';
import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { AccessTokens } from '../src/access/access-tokens.ts';
import { adminRoutes } from '../src/access/admin-routes.ts';
import { Callers } from '../src/access/callers.ts';
import { privilegesFor } from '../src/api/route.ts';
import { guardAdminApi } from '../src/access/guard-admin-api.ts';
import { issuerKeys } from '../src/access/issuer-keys.ts';
import { createService, readEnvironment, WebVariables } from '@blitz/platform';
import { newKey } from './support/issuer.ts';
import { Town } from './support/town.ts';

describe('the admin API lets in', () => {
  let town: Town;
  beforeAll(async () => (town = await Town.open()));
  afterAll(() => town.close());

  const nowSec = (): number => Math.floor(town.clock.now() / 1000);
  // Some routes answer with text.
  const codeOf = (text: string): unknown => (text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined);
  // And some go on for ever: who was let in there has been told enough.
  const textOf = async (answer: Response): Promise<string> => (answer.headers.get('content-type')?.startsWith('text/event-stream') === true ? '' : answer.text());
  const answerOf = async (answer: Response): Promise<unknown[]> => {
    const text = await textOf(answer);
    if (!answer.bodyUsed) await answer.body?.cancel();
    return [answer.status, codeOf(text), answer.headers.get('www-authenticate')];
  };
  const comes = async (authorization?: string, path = '/blitz/admin/api/v1/test-calls', method = 'POST'): Promise<unknown[]> =>
    answerOf(await fetch(`${town.url}${path}`, { method, headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) }, ...(method === 'POST' ? { body: '{}' } : {}) }));
  const invalid = [401, 'token_invalid', 'Bearer error="invalid_token"'];

  const table = [...adminRoutes].flatMap(([name, route]) => privileges.map((each) => ({ route: name, has: each, needs: privilegesFor(route) })));
  it.each(table)('to $route whoever has $needs: here $has', async ({ route, has, needs }) => {
    const [method = '', path = ''] = route.split(' ');
    const [status, code, challenge] = await comes(`Bearer ${await town.accessToken(has)}`, path, method);
    if (needs.includes(has)) expect([401, 403]).not.toContain(status);
    else expect([status, code, challenge]).toEqual([403, 'privilege_missing', `Bearer error="insufficient_scope", scope="${needs.join(' ')}"`]);
  });

  it('nobody who brings no token, and tells how to come', async () => {
    expect(await comes()).toEqual([401, 'authentication_required', 'Bearer']);
    for (const other of ['Basic b3BzOnNlY3JldA==', 'Bearer', 'Bearer ', 'Bearer a b', 'bearer;x', `Bearer "${'x'.repeat(50)}"`]) {
      expect(await comes(other)).toEqual([401, 'authentication_required', 'Bearer']);
    }
    expect(await comes('Bearer nonsense')).toEqual(invalid);
  });

  it('nobody by a token in the address or the body', async () => {
    const token = await town.accessToken();
    expect(await comes(undefined, `/blitz/admin/api/v1/test-calls?access_token=${token}`)).toEqual([401, 'authentication_required', 'Bearer']);
    expect(town.log).not.toContain(token);
  });

  it.each([
    ['of another issuer', { iss: 'http://evil.example/blitz' }],
    ['for another service', { aud: 'http://localhost:9001/blitz/console' }],
    ['for an application, as ID tokens are', { aud: 'ops' }],
    ['without an end', { exp: undefined }],
    ['without an audience', { aud: undefined }],
    ['of nobody', { client_id: undefined }],
    ['of somebody with an odd name', { client_id: 'ops\nadmin' }],
    ['that begins later', { nbf: 9_999_999_999 }],
  ])('nobody with a token %s', async (_, claims) => {
    expect(await comes(`Bearer ${await town.issuer.token('w_system', nowSec(), { claims })}`)).toEqual(invalid);
  });

  it.each(['JWT', 'logout+jwt', ''])('nobody with a token of another kind (%p)', async (typ) => {
    expect(await comes(`Bearer ${await town.issuer.token('w_system', nowSec(), { typ })}`)).toEqual(invalid);
  });

  it('nobody with a token that has ended, by our clock', async () => {
    const token = await town.accessToken();
    expect((await comes(`Bearer ${token}`))[0]).toBe(422);
    town.clock.passes({ sec: 306 });
    expect(await comes(`Bearer ${token}`)).toEqual(invalid);
  });

  it('nobody with a token that was changed, signed by a stranger, by a secret, or by nobody', async () => {
    const [head = '', body = '', signature = ''] = (await town.accessToken('r_audit')).split('.');
    const more = Buffer.from(Buffer.from(body, 'base64url').toString().replace('r_audit', 'w_system')).toString('base64url');
    const [key] = town.issuer.keys;
    const stranger = { ...(await newKey()), kid: key?.kid ?? '' };
    const claims = { iss: town.issuer.url, aud: town.issuer.audience, sub: 'ops', client_id: 'ops', jti: 'x', iat: nowSec(), exp: nowSec() + 300, scope: 'w_system' };
    const none = [{ alg: 'none', typ: 'at+jwt' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
    // The classic: the public key taken for the secret of an HMAC.
    const hmac = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key?.kid ?? '' }).sign(Buffer.from(JSON.stringify(key?.publicJwk)));
    const tokens = [`${head}.${more}.${signature}`, `${head}.${body}.`, `${head}.${body}`, await town.issuer.token('w_system', nowSec(), {}, [stranger]), `${none}.`, hmac];
    for (const token of tokens) expect((await comes(`Bearer ${token}`))[0]).toBe(401);
  });

  it('nobody by a scope that only looks like a privilege', async () => {
    for (const scope of ['', 'W_SYSTEM', 'w_system_x', 'w_system,r_audit', 'openid profile']) {
      expect((await comes(`Bearer ${await town.accessToken(scope)}`))[1]).toBe('privilege_missing');
    }
    const list = await town.issuer.token('', nowSec(), { claims: { scope: ['w_system'] } });
    expect((await comes(`Bearer ${list}`))[1]).toBe('privilege_missing');
  });

  it('nobody to where nothing is, and reads nobody’s body before it knows who comes', async () => {
    expect((await comes(undefined, '/blitz/admin/api/v1/nothing'))[1]).toBe('address_unknown');
    const huge = await fetch(`${town.url}/blitz/admin/api/v1/test-calls`, { method: 'POST', body: 'x'.repeat(2_000_000), headers: { 'content-type': 'application/json' } }).catch(() => undefined);
    // The connection may end before all of it is sent.
    if (huge !== undefined) expect(huge.status).toBe(401);
  });
});

describe('the keys of the issuer', () => {
  let town: Town;
  beforeAll(async () => (town = await Town.open()));
  afterAll(() => town.close());

  const reader = (cooldownMs: number, freshMs = 600_000): AccessTokens =>
    new AccessTokens(issuerKeys(town.issuer.url, { cooldownMs, freshMs, timeoutMs: 500 }), { issuer: town.issuer.url, audience: town.issuer.audience }, town.clock);

  it('are asked for once, however many come at once', async () => {
    const [tokens, token, before] = [reader(30_000), await town.accessToken(), town.issuer.asked];
    const callers = await Promise.all(Array.from({ length: 20 }, () => tokens.read(token)));
    expect(callers).toHaveLength(20);
    expect(callers[0]).toEqual({ kind: 'program', id: 'ops', privileges: ['w_system'] });
    expect(town.issuer.asked - before).toBe(1);
  });

  it('may change: a new one is found, an old one is good while it is published', async () => {
    const tokens = reader(0, 0);
    const old = await town.accessToken();
    expect(await tokens.read(old)).toMatchObject({ id: 'ops' });
    const [former] = town.issuer.keys;
    const next = await newKey();
    town.issuer.keys = former === undefined ? [next] : [next, former];
    expect(await tokens.read(await town.accessToken())).toMatchObject({ id: 'ops' });
    expect(await tokens.read(old)).toMatchObject({ id: 'ops' });
    town.issuer.keys = [next];
    await expect(tokens.read(old)).rejects.toMatchObject({ code: 'token_invalid' });
  });

  it('are not asked for again and again by whoever names keys that there are not', async () => {
    const tokens = reader(30_000);
    await tokens.read(await town.accessToken());
    const before = town.issuer.asked;
    for (let tries = 0; tries < 10; tries += 1) {
      const forged = await town.issuer.token('w_system', Math.floor(town.clock.now() / 1000), { kid: `unknown-${String(tries)}` });
      await expect(tokens.read(forged)).rejects.toMatchObject({ code: 'token_invalid' });
    }
    expect(town.issuer.asked - before).toBe(0);
  });

  it('R19 that can’t be had let nobody in, and the answer says when to come again', async () => {
    for (const broken of [{ status: 500, body: '' }, { status: 200, body: 'no JSON' }, { status: 200, body: '{"keys":5}' }, { status: 302, body: '' }]) {
      town.issuer.broken = broken;
      await expect(reader(0).read(await town.accessToken())).rejects.toMatchObject({ code: 'keys_unavailable' });
    }
    const answer = await town.asks({});
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([503, '5', expect.objectContaining({ code: 'keys_unavailable' })]);
    town.issuer.broken = undefined;
    expect((await town.asks({})).status).toBe(422);
  });
});

describe('a route of the admin API that is described nowhere', () => {
  it('keeps the service from starting', async () => {
    @Controller('admin/api/v1/forgotten')
    class Forgotten {
      @Get()
      get(): object {
        return {};
      }
    }
    const { web } = readEnvironment({ BLITZ_PORT: '0' }, { web: WebVariables }, { port: 0, path: '/blitz' });
    @Module({ controllers: [Forgotten] })
    class Tried {}
    const service = await createService({ name: 'tried', module: Tried, web, prefix: '/blitz', statuses: {}, logTo: { write: () => undefined } });
    guardAdminApi(service.app.getHttpAdapter().getInstance(), {
      tokens: new AccessTokens(issuerKeys('http://127.0.0.1:1'), { issuer: '', audience: '' }, { now: () => 0 }),
      sessions: { find: () => Promise.resolve(undefined) },
      callers: new Callers(),
      clock: { now: () => 0 },
    });
    await expect(service.listen()).rejects.toThrow('GET /blitz/admin/api/v1/forgotten is described by no route');
  });
});
