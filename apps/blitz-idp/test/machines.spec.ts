import { Applications } from '@blitz/accounts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { applicationUrl, Town } from './support/town.ts';
import type { Visitor } from './support/visitor.ts';

const consoleUrl = 'http://localhost:9001/blitz/console';
const api = 'http://localhost:9001/blitz/admin/api';

type Answer = Readonly<Record<string, unknown>> & { readonly status: number };

/** RFC 6749, 4.4: programs that work with blitz-console. */
describe('a program gets a token for the admin API', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open({ variables: { BLITZ_CONSOLE_URL: consoleUrl } });
    await town.administrator.saves({ 'login.required-factor': 1 });
    await opensMachine('ops', ['w_system', 'r_audit']);
  });
  afterAll(() => town.close());

  const opensMachine = (clientId: string, privileges: unknown, more: object = {}): Promise<void> =>
    town.service.get(Applications).save({
      clientId,
      secret: `${clientId}-secret`,
      metadata: { grant_types: ['client_credentials'], response_types: [], privileges, ...more },
    });

  async function asks(fields: Readonly<Record<string, string>>, client = 'ops:ops-secret', path = '/oauth/te'): Promise<Answer> {
    const authorization = `Basic ${Buffer.from(client).toString('base64')}`;
    const answer = await fetch(`${town.base}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { authorization } });
    const text = await answer.text();
    return { status: answer.status, ...(text === '' ? {} : (JSON.parse(text) as object)) };
  }

  const grant = { grant_type: 'client_credentials', scope: 'w_system' };
  const json = async (path: string): Promise<Record<string, unknown>> => (await (await fetch(`${town.base}${path}`)).json()) as Record<string, unknown>;

  async function inTheShop(params: Readonly<Record<string, string>>): Promise<Visitor> {
    const ada = await town.person();
    await ada.goesToShop(params);
    await ada.typesPassword();
    return ada;
  }

  it('signed with our keys, for this API alone, for five minutes, with what it asked for and no more', async () => {
    const answer = await asks(grant);
    expect(answer).toMatchObject({ status: 200, token_type: 'Bearer', scope: 'w_system', expires_in: 300 });
    expect(answer).not.toHaveProperty('refresh_token');
    const token = String(answer['access_token']);
    const keys = createLocalJWKSet((await json('/.well-known/jwks')) as unknown as JSONWebKeySet);
    const { payload } = await jwtVerify(token, keys, { issuer: town.base, audience: api, typ: 'at+jwt', algorithms: ['ES256'] });
    expect(payload).toMatchObject({ aud: api, sub: 'ops', client_id: 'ops', scope: 'w_system', jti: expect.any(String) });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(300);
    expect(decodeProtectedHeader(token)).toHaveProperty('kid');
  });

  it('may name the API, and ask for several privileges at once', async () => {
    expect(await asks({ ...grant, scope: 'w_system r_audit', resource: api })).toMatchObject({ status: 200, scope: 'w_system r_audit' });
  });

  it.each([
    ['a privilege that it was not given', { scope: 'w_system w_admin' }, 'invalid_scope'],
    ['what is no privilege', { scope: 'openid' }, 'invalid_scope'],
    ['no privilege at all', { scope: '' }, 'invalid_scope'],
    ['another API', { resource: 'https://api.example.org/' }, 'invalid_target'],
    ['part of the API', { resource: `${api}/v1` }, 'invalid_target'],
    ['what is no address', { resource: 'admin' }, 'invalid_target'],
  ])('and is refused when it asks for %s', async (_, more, error) => {
    expect(await asks({ ...grant, ...more })).toMatchObject({ status: 400, error });
  });

  it('only with its secret', async () => {
    expect(await asks(grant, 'ops:a guess')).toMatchObject({ status: 401, error: 'invalid_client' });
    expect(await asks({ ...grant, client_id: 'ops' }, ':')).toMatchObject({ error: expect.stringMatching(/^invalid_/) });
  });

  it('and no application that logs people in gets one', async () => {
    // RFC 6749, 5.2 has `unauthorized_client` for it; oidc-provider says it like this.
    expect(await asks(grant, 'shop:shop-secret')).toMatchObject({ status: 400, error: 'invalid_request', error_description: 'requested grant type is not allowed for this client' });
  });

  it.each([
    ['none', undefined, {}],
    ['unknown ones', ['w_everything'], {}],
    ['an empty list', [], {}],
    ['a text', 'w_system', {}],
    ['some, and people log in to it', ['w_system'], { response_types: ['code'], redirect_uris: ['https://x.example/cb'] }],
    ['some, and no secret', ['w_system'], { token_endpoint_auth_method: 'none' }],
  ])('and none whose privileges are %s', async (what, privileges, more) => {
    const clientId = `odd-${what.replace(/\W+/g, '-')}`;
    await opensMachine(clientId, privileges, more);
    expect(await asks({ ...grant, client_id: clientId }, `${clientId}:${clientId}-secret`)).toMatchObject({ error: expect.stringMatching(/^invalid_client/) });
  });

  it('never through a person: the scope is left out of a login, and what comes of it is good for people alone', async () => {
    const ada = await inTheShop({ scope: 'openid w_system' });
    const tokens = await ada.tokens();
    expect(tokens).toMatchObject({ scope: 'openid' });
    expect(tokens.access_token).not.toContain('.');
    const refreshed = await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token, scope: 'openid w_system' });
    expect(refreshed).toMatchObject({ status: 400, error: 'invalid_scope' });
  });

  it('never through a person who is sent here for it, nor with what a login gave', async () => {
    const ada = await town.person();
    await ada.goesToShop({ scope: 'openid w_system', resource: api });
    expect(ada.errorInTheShop()).toBe('invalid_target');
    const other = await inTheShop({});
    expect(await other.asksForTokens({ ...other.codeGrant(), resource: api })).toMatchObject({ error: 'invalid_target' });
    const another = await inTheShop({});
    const { refresh_token } = await another.tokens();
    expect(await another.asksForTokens({ grant_type: 'refresh_token', refresh_token, resource: api })).toMatchObject({ error: 'invalid_target' });
  });

  it('that opens nothing of any person, and can be asked about and given back nowhere', async () => {
    const token = String((await asks(grant))['access_token']);
    const me = await fetch(`${town.base}/oauth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(401);
    expect(await asks({ token }, undefined, '/oauth/introspect')).toMatchObject({ status: 400, error: 'unsupported_token_type' });
    expect(await asks({ token }, undefined, '/oauth/revoke')).toMatchObject({ status: 400, error: 'unsupported_token_type' });
  });

  it('and nobody logs in to a program', async () => {
    const ada = await town.person();
    const page = await ada.goesToShop({ client_id: 'ops', redirect_uri: `${applicationUrl}/callback` });
    expect([page.status, ada.where()]).toEqual([400, '/blitz/oauth/ae']);
  });

  it('and the journal knows which one', async () => {
    await asks(grant);
    await asks({ ...grant, scope: 'w_admin' });
    const events = (await town.administrator.events()).filter(({ clientId }) => clientId === 'ops');
    expect(events.find(({ type }) => type === 'tokens_issued')).toMatchObject({ address: '127.0.0.1' });
    expect(events.at(-1)).toMatchObject({ type: 'token_refused', details: { reason: 'invalid_scope', grant: 'client_credentials' } });
    expect(JSON.stringify(events) + town.log.join('')).not.toContain('ops-secret');
  });

  it('as the discovery document says', async () => {
    const found = await json('/.well-known/openid-configuration');
    expect(found['grant_types_supported']).toContain('client_credentials');
    expect(found['scopes_supported']).not.toContain('w_system');
    const alone = await town.another({ BLITZ_CONSOLE_URL: '' });
    const other = (await (await fetch(`${alone.base}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    await alone.service.stop();
    expect(other['grant_types_supported']).not.toContain('client_credentials');
  });
});
