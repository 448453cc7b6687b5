import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { applicationUrl, Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

/** One factor is enough here, so that a login is one form; the call has its own files. */
describe('an application speaks OpenID Connect with us', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ 'login.required-factor': 1 });
    await town.opensApplication('cinema', 'The cinema');
  });
  afterAll(() => town.close());

  async function inTheShop(params: Readonly<Record<string, string>> = {}): Promise<Visitor> {
    const ada = await town.person();
    await ada.goesToShop(params);
    await ada.typesPassword();
    return ada;
  }

  async function json(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
    return (await (await fetch(`${town.base}${path}`, init)).json()) as Record<string, unknown>;
  }

  const userInfo = (token: string): Promise<Record<string, unknown>> =>
    json('/oauth/me', { headers: { authorization: `Bearer ${token}` } });

  it("finds everything at the vendor's paths", async () => {
    const found = await json('/.well-known/openid-configuration');
    expect(found).toMatchObject({
      issuer: town.base,
      authorization_endpoint: `${town.base}/oauth/ae`,
      token_endpoint: `${town.base}/oauth/te`,
      userinfo_endpoint: `${town.base}/oauth/me`,
      introspection_endpoint: `${town.base}/oauth/introspect`,
      revocation_endpoint: `${town.base}/oauth/revoke`,
      end_session_endpoint: `${town.base}/oauth/logout`,
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['ES256'],
      acr_values_supported: ['urn:blitz:acr:one-factor', 'urn:blitz:acr:two-factors'],
      claims_parameter_supported: true,
    });
    expect(JSON.stringify(found)).not.toMatch(/implicit|"id_token"|device|registration_endpoint/);
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with PKCE that hides nothing', { code_challenge_method: 'plain' }],
    ['for a token instead of a code', { response_type: 'id_token token' }],
    ['for a token alone', { response_type: 'token' }],
  ])('is sent back with an error when it asks %s', async (_, params) => {
    const ada = await town.person();
    await ada.goesToShop(params);
    expect(ada.errorInTheShop() ?? new URL(ada.page.url).hash).toMatch(/invalid_request|unsupported_response_type|unauthorized_client/);
  });

  it('shows a page, and sends nobody anywhere, when the application or its address is not known', async () => {
    const ada = await town.person();
    const evil = await ada.goesToShop({ redirect_uri: 'http://evil.test/callback' });
    expect(evil.status).toBe(400);
    expect(ada.where()).toBe('/blitz/oauth/ae');
    expect(evil.html).not.toContain('href="http://evil.test');
    expect((await ada.goesToShop({ client_id: 'nobody' })).text).toMatch(/don’t know this application/i);
  });

  it('gets a code only for the one who can show the verifier, the secret, and the same address', async () => {
    for (const wrong of [{ code_verifier: 'x'.repeat(43) }, { redirect_uri: `${applicationUrl}/elsewhere` }, { code: 'x'.repeat(43) }]) {
      const ada = await inTheShop();
      expect(await ada.asksForTokens({ ...ada.codeGrant(), ...wrong })).toMatchObject({ status: 400, error: 'invalid_grant' });
    }
    const ada = await inTheShop();
    expect((await ada.asApplication('/oauth/te', ada.codeGrant(), 'shop:wrong')).status).toBe(401);
    expect((await ada.asApplication('/oauth/te', ada.codeGrant(), 'cinema:cinema-secret')).status).toBe(400);
    expect((await ada.tokens()).status).toBe(200);
  });

  it('gets an ID token signed with ES256 that our published keys verify', async () => {
    const ada = await inTheShop({ nonce: 'seen-once' });
    const { id_token } = await ada.tokens();
    const keys = createLocalJWKSet((await json('/.well-known/jwks')) as unknown as JSONWebKeySet);
    const { payload, protectedHeader } = await jwtVerify(id_token, keys, { issuer: town.base, audience: 'shop', algorithms: ['ES256'] });
    expect(protectedHeader).toHaveProperty('kid');
    expect(payload).toMatchObject({ sub: ada.account.sub, nonce: 'seen-once', amr: ['pwd'], acr: 'urn:blitz:acr:one-factor' });
    expect(Math.abs(Number(payload['auth_time']) - town.clock.now() / 1000)).toBeLessThan(60);
    await expect(jwtVerify(`${id_token.slice(0, -8)}AAAAAAAA`, keys)).rejects.toThrow();
  });

  it('security 12, 13: of parallel uses of one code exactly one gets tokens', async () => {
    const ada = await inTheShop();
    const answers = await Promise.all(Array.from({ length: 12 }, () => ada.asksForTokens(ada.codeGrant())));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ error }) => error === 'invalid_grant')).toHaveLength(11);
  });

  it('a code used again ends everything that came of it', async () => {
    const ada = await inTheShop();
    const grant = ada.codeGrant();
    const { access_token, refresh_token } = await ada.asksForTokens(grant);
    expect(await userInfo(access_token)).toHaveProperty('sub', ada.account.sub);
    expect(await ada.asksForTokens(grant)).toMatchObject({ error: 'invalid_grant' });
    expect(await userInfo(access_token)).toHaveProperty('error', 'invalid_token');
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ error: 'invalid_grant' });
  });

  it('refreshes: each time with another token, and the factors of the login stay what they were', async () => {
    const ada = await inTheShop();
    const first = await ada.tokens();
    const second = await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    const { auth_time, amr, acr, sub } = claimsIn(first.id_token);
    expect(claimsIn(second.id_token)).toMatchObject({ auth_time, amr, acr, sub });
  });

  it('a refresh token used again is taken for stolen: its whole family ends', async () => {
    const ada = await inTheShop();
    const first = await ada.tokens();
    const second = await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: first.refresh_token })).toMatchObject({ error: 'invalid_grant' });
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token: second.refresh_token })).toMatchObject({ error: 'invalid_grant' });
    expect(await userInfo(second.access_token)).toHaveProperty('error', 'invalid_token');
  });

  it('security 12, 13: of parallel uses of one refresh token at most one gets tokens', async () => {
    const ada = await inTheShop();
    const { refresh_token } = await ada.tokens();
    const grant = { grant_type: 'refresh_token', refresh_token };
    const answers = await Promise.all(Array.from({ length: 12 }, () => ada.asksForTokens(grant)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ error }) => error === 'invalid_grant')).toHaveLength(11);
  });

  it('is told by scopes what it may know, in the ID token and by user info', async () => {
    const little = await inTheShop({ scope: 'openid' });
    const tokens = await little.tokens();
    expect(Object.keys(await userInfo(tokens.access_token))).toEqual(['sub']);
    expect(claimsIn(tokens.id_token)).not.toHaveProperty('phone_number');
    const more = await inTheShop({ scope: 'openid profile phone' });
    const info = await userInfo((await more.tokens()).access_token);
    expect(info).toMatchObject({ phone_number: more.phone, given_name: 'Ada', preferred_username: more.account.login });
    expect(Object.keys(info)).not.toContain('email');
    expect(await userInfo('x'.repeat(43))).toHaveProperty('error', 'invalid_token');
  });

  it('may ask about its own tokens and about nobody else’s', async () => {
    const ada = await inTheShop();
    const { access_token: token } = await ada.tokens();
    const ask = async (client?: string): Promise<unknown> => (await ada.asApplication('/oauth/introspect', { token }, client)).json();
    expect(await ask()).toMatchObject({ active: true, sub: ada.account.sub, client_id: 'shop' });
    expect(await ask('cinema:cinema-secret')).toEqual({ active: false });
    expect((await ada.asApplication('/oauth/introspect', { token }, 'shop:wrong')).status).toBe(401);
    const nobody = await fetch(`${town.base}/oauth/introspect`, { method: 'POST', body: new URLSearchParams({ token, client_id: 'shop' }) });
    expect(nobody.status).toBe(401);
  });

  it('may give a token back, and only its own', async () => {
    const ada = await inTheShop();
    const { access_token, refresh_token } = await ada.tokens();
    await ada.asApplication('/oauth/revoke', { token: access_token }, 'cinema:cinema-secret');
    expect(await userInfo(access_token)).toHaveProperty('sub');
    expect((await ada.asApplication('/oauth/revoke', { token: refresh_token })).status).toBe(200);
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ error: 'invalid_grant' });
    expect(await userInfo(access_token)).toHaveProperty('error', 'invalid_token');
  });

  it('offers no other way to tokens: no password grant, no client credentials for who logs people in, no device, no registration', async () => {
    const ada = await town.person();
    const { login } = ada.account;
    expect(await ada.asksForTokens({ grant_type: 'password', username: login, password: 'correct horse battery' })).toHaveProperty('error');
    expect(await ada.asksForTokens({ grant_type: 'client_credentials', scope: 'openid' })).toHaveProperty('error');
    for (const path of ['/oauth/device', '/oauth/reg', '/device/auth', '/reg', '/token', '/auth', '/interaction/abc']) {
      expect((await fetch(`${town.base}${path}`, { method: 'POST' })).status).toBe(404);
    }
  });

  it('login_hint fills in the login, and ui_locales choose the language', async () => {
    const ada = await town.person();
    const page = await ada.goesToShop({ login_hint: '"><b>ada</b>', ui_locales: 'ru en' });
    expect(page.html).toContain('value="&quot;>&lt;b>ada');
    expect(page.html).not.toContain('<b>ada</b>');
    expect(page.html).toContain('lang="ru"');
    expect((await ada.goesToShop({ login_hint: 'ada', ui_locales: 'xx de' })).html).toContain('lang="en"');
  });
});
