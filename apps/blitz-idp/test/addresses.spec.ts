import { request } from 'node:http';
import { Accounts } from '@blitz/accounts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A request that says of itself what it likes, `Host` included. */
function asks(url: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.once('end', () => { resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }); });
    });
    sent.once('error', reject).end();
  });
}

const forged = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'ftp',
  'x-forwarded-for': '203.0.113.9',
  forwarded: 'host=evil.example;proto=ftp',
};

describe('where an application finds us', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ 'login.required-factor': 1 });
  });
  afterAll(() => town.close());

  it('is what is configured, whatever a request says of itself (security 9)', async () => {
    const { text } = await asks(`${town.base}/.well-known/openid-configuration`, forged);
    expect(JSON.parse(text)).toMatchObject({ issuer: town.base, token_endpoint: `${town.base}/oauth/te` });
    expect(text).not.toContain('evil.example');
  });

  it('is what is configured behind a proxy, too, with the proxy’s inner names and a stranger’s headers', async () => {
    const publicUrl = 'https://id.example.org/blitz';
    for (const proxies of ['127.0.0.1,::1', '']) {
      const { service, base } = await town.another({ BLITZ_PUBLIC_URL: publicUrl, BLITZ_TRUSTED_PROXIES: proxies });
      try {
        const { text } = await asks(`${base}/.well-known/openid-configuration`, { ...forged, host: 'idp.svc:9000' });
        expect(JSON.parse(text)).toMatchObject({ issuer: publicUrl, authorization_endpoint: `${publicUrl}/oauth/ae` });
        expect(text).not.toMatch(/evil\.example|idp\.svc/);
        const begun = await asks(`${base}/oauth/ae?${new URLSearchParams(authorization).toString()}`, forged);
        expect(begun.status).toBe(303);
        expect(begun.headers['location']).toMatch(/^\/blitz\/login\/methods\/password/);
        expect(String(begun.headers['set-cookie'])).toMatch(/blitz_interaction=.*secure/i);
      } finally {
        await service.stop();
      }
    }
  });

  it('answers at every address that it names', async () => {
    const found = (await (await fetch(`${town.base}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    const named = Object.entries(found).filter(([name]) => name.endsWith('_endpoint') || name === 'jwks_uri');
    expect(named.map(([name]) => name).sort()).toEqual([
      'authorization_endpoint',
      'end_session_endpoint',
      'introspection_endpoint',
      'jwks_uri',
      'revocation_endpoint',
      'token_endpoint',
      'userinfo_endpoint',
    ]);
    for (const [name, url] of named) {
      const method = /token|introspection|revocation/.test(name) ? 'POST' : 'GET';
      expect({ name, status: (await fetch(String(url), { method })).status }).not.toMatchObject({ status: 404 });
    }
    expect(found).toMatchObject({ response_types_supported: ['code'], scopes_supported: expect.arrayContaining(['openid', 'offline_access']) });
    expect(JSON.stringify(found)).not.toMatch(/dpop|pushed/i);
  });

  it.each([['GET', '/oauth/nowhere'], ['GET', '/oauth/te'], ['PUT', '/oauth/ae'], ['POST', '/request'], ['GET', '/.well-known/nothing']])(
    'has words of ours for who asks at a wrong one: %s %s',
    async (method, path) => {
      const page = await asks(`${town.base}${path}`, { accept: 'text/html' }, method);
      expect(page.status).toBe(404);
      expect(page.text).toContain('There is no such page');
      const problem = await asks(`${town.base}${path}`, { accept: 'application/json' }, method);
      expect(problem.headers['content-type']).toContain('application/problem+json');
    },
  );

  it('is told apart in log and metrics by the pattern of its address', async () => {
    await fetch(`${town.base}/oauth/ae?client_id=nobody`);
    const { text } = await asks(`${town.base}/metrics`, {});
    expect(text).toMatch(/blitz_http_request_duration_seconds_count\{.*route="\/blitz\/oauth\/ae"/);
    expect(town.log.join('')).toContain('"route":"/blitz/oauth/ae"');
  });
});

const authorization = {
  client_id: 'shop',
  response_type: 'code',
  redirect_uri: 'http://application.test/callback',
  scope: 'openid',
  code_challenge: 'a'.repeat(43),
  code_challenge_method: 'S256',
};

describe('what an application may ask for', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ 'login.required-factor': 1 });
  });
  afterAll(() => town.close());

  it('consent, which the administrator gave for everyone; with it, tokens that outlive the session', async () => {
    const ada = await town.person();
    await ada.goesToShop({ scope: 'openid offline_access', prompt: 'consent' });
    await ada.typesPassword();
    expect(ada.errorInTheShop()).toBeNull();
    const { refresh_token } = await ada.tokens();
    await ada.opens(`${town.base}/oauth/logout`);
    await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes' });
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).toHaveProperty('access_token');
  });

  it('not more than the session lasts, without it', async () => {
    const ada = await town.person();
    await ada.goesToShop({ scope: 'openid offline_access' });
    await ada.typesPassword();
    const { refresh_token } = await ada.tokens();
    await ada.opens(`${town.base}/oauth/logout`);
    await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes' });
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ error: 'invalid_grant' });
  });

  it('security 10: nothing for an account that was closed meanwhile, by any door', async () => {
    const ada = await town.person();
    await ada.goesToShop({ scope: 'openid offline_access', prompt: 'consent' });
    await ada.typesPassword();
    const { access_token: token, refresh_token } = await ada.tokens();
    const asksAbout = async (): Promise<unknown> => (await ada.asApplication('/oauth/introspect', { token })).json();
    expect(await asksAbout()).toMatchObject({ active: true });
    await town.service.get(Accounts).setLocked(ada.account.sub, true);
    expect(await asksAbout()).toEqual({ active: false });
    expect(await ada.asksForTokens({ grant_type: 'refresh_token', refresh_token })).toMatchObject({ error: 'invalid_grant' });
    const info = await fetch(`${town.base}/oauth/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(info.status).toBe(401);
  });
});

describe('when a store is out of reach', () => {
  it('an application is told when to come back, and the operator why', async () => {
    const town = await Town.open({ fragile: true });
    try {
      await town.lines?.redis.cut();
      const ada = await town.person();
      const answer = await ada.asApplication('/oauth/te', { grant_type: 'refresh_token', refresh_token: 'x'.repeat(43) });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(await answer.json()).toHaveProperty('error', 'temporarily_unavailable');
      const correlation = answer.headers.get('x-correlation-id') ?? 'none';
      const why = town.log.join('').split('\n').find((line) => line.includes(correlation) && line.includes('"level":"error"'));
      expect(why).toContain('a store is out of reach');
      const page = await ada.opens(`${town.base}/oauth/ae?${new URLSearchParams(authorization).toString()}`);
      expect(page.status).toBe(503);
      expect(page.text).toMatch(/can’t continue right now/);
    } finally {
      await town.lines?.redis.mend();
      await town.close();
    }
  });
});
