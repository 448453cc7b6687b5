import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { password, Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

const program = fileURLToPath(new URL('../dist/register-application.js', import.meta.url));
const headless = fileURLToPath(new URL('../../../docs/headless.md', import.meta.url));
const callback = 'http://localhost:3000/callback';

/** What the script in docs/headless.md needs, and what a bare machine may lack. */
const hasTools = ['curl', 'openssl'].every((tool) => spawnSync(tool, ['version']).error === undefined);

interface Said {
  readonly status: number;
  readonly json: string;
  readonly words: string;
}

/** The command is a process of its own beside a blitz-idp that runs, as it is for those who type it. */
describe('an application is registered by a command', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
    await town.administrator.saves({ 'login.required-factor': 1 });
  });
  afterAll(() => town.close());

  function runs(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Said> {
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env: { ...town.variables, ...variables }, timeout: 30_000 }, (error, json, all) => {
        const words = all.split('\n').filter((line) => line !== '' && !line.startsWith('oidc-provider WARNING: Unsupported runtime'));
        resolve({ status: error === null ? 0 : Number(error.code), json, words: words.join('\n') });
      });
    });
  }

  async function registered(...args: readonly string[]): Promise<Record<string, unknown>> {
    const { status, json, words } = await runs(args);
    expect({ status, words }).toEqual({ status: 0, words: '' });
    return JSON.parse(json) as Record<string, unknown>;
  }

  async function refused(...args: readonly string[]): Promise<string> {
    const { status, json, words } = await runs(args);
    expect({ status, json }).toEqual({ status: 1, json: '' });
    expect(words).not.toMatch(/^\s+at /m);
    return words;
  }

  /** Somebody logs in; answers what the token endpoint says to whoever comes with `credentials`. */
  async function logsInTo(clientId: string, credentials: { readonly secret?: string }): Promise<Record<string, unknown>> {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const ada = await town.person();
    await ada.goesToShop({ client_id: clientId, redirect_uri: callback, scope: 'openid', code_challenge: challenge });
    await ada.typesPassword();
    const back = new URL(ada.page.url);
    expect(`${back.origin}${back.pathname}`).toBe(callback);
    const { secret } = credentials;
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: callback,
      code_verifier: verifier,
      ...(secret === undefined ? { client_id: clientId } : {}),
    });
    const headers = secret === undefined ? {} : { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` };
    const answer = await fetch(`${town.base}/oauth/te`, { method: 'POST', body, headers });
    return (await answer.json()) as Record<string, unknown>;
  }

  it('and people log in to it at once, with the secret that is shown this once', async () => {
    const shown = await registered('--id', 'my-app', '--name', 'My app', '--redirect-uri', callback);
    expect(shown).toEqual({
      client_id: 'my-app',
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
      client_name: 'My app',
      redirect_uris: [callback],
      post_logout_redirect_uris: [],
    });
    const tokens = await logsInTo('my-app', { secret: String(shown['client_secret']) });
    expect(claimsIn(String(tokens['id_token']))).toMatchObject({ aud: 'my-app', acr: 'urn:blitz:acr:one-factor' });
    expect(await logsInTo('my-app', { secret: 'a guess' })).toMatchObject({ error: 'invalid_client' });
  });

  it('and nobody is led from it to an address that was not registered', async () => {
    await registered('--id', 'careful-app', '--redirect-uri', callback);
    const ada = await town.person();
    const page = await ada.goesToShop({ client_id: 'careful-app', redirect_uri: 'http://localhost:3000/elsewhere' });
    expect([page.status, ada.where()]).toEqual([400, '/blitz/oauth/ae']);
  });

  it('without a secret if it is public', async () => {
    const shown = await registered('--id', 'phone-app', '--public', '--redirect-uri', callback);
    expect(shown).toMatchObject({ client_id: 'phone-app', token_endpoint_auth_method: 'none' });
    expect(shown).not.toHaveProperty('client_secret');
    expect(await logsInTo('phone-app', {})).toHaveProperty('id_token');
  });

  it('also at a plain http address, which oidc-provider leaves to the administrator', async () => {
    const shown = await registered('--id', 'intranet', '--redirect-uri', 'http://intranet.example/callback');
    expect(shown).toMatchObject({ redirect_uris: ['http://intranet.example/callback'] });
  });

  (hasTools ? it : it.skip)('and the script in docs/headless.md logs somebody in to it, word for word', async () => {
    await registered('--id', 'headless', '--public', '--redirect-uri', callback);
    const ada = await town.person({ requiredFactor: 2 });
    const script = /^```sh\n(.*?)^```$/ms.exec(await readFile(headless, 'utf8'))?.[1] ?? '';
    const facts = { login: ada.account.login, phone: ada.phone, password, idp: new URL(town.base).origin, telephone: town.simulator.url };
    const said = await new Promise<string>((resolve) => {
      const env = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, ...facts };
      execFile('sh', ['-c', script], { env, timeout: 30_000 }, (_error, all, words) => resolve(`${all}${words}`));
    });
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toMatchObject({ sub: ada.account.sub, acr: 'urn:blitz:acr:two-factors' });
  });

  it('for a program that works with the console, with the privileges that it was given', async () => {
    const shown = await registered('--id', 'ops', '--privilege', 'w_system', '--privilege', 'r_audit', '--privilege', 'w_system');
    expect(shown).toEqual({
      client_id: 'ops',
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
      client_name: 'ops',
      grant_types: ['client_credentials'],
      response_types: [],
      privileges: ['w_system', 'r_audit'],
    });
    const { service, base } = await town.another({ BLITZ_CONSOLE_URL: 'http://localhost:9001/blitz/console' });
    const headers = { authorization: `Basic ${Buffer.from(`ops:${String(shown['client_secret'])}`).toString('base64')}` };
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope: 'w_system' });
    const answer = await fetch(`${base}/oauth/te`, { method: 'POST', body, headers });
    await service.stop();
    expect(await answer.json()).toMatchObject({ scope: 'w_system', token_type: 'Bearer' });
  });

  it('not over another one, unless that is what one wants', async () => {
    const before = await registered('--id', 'twice', '--redirect-uri', 'http://localhost:3000/before');
    expect(await refused('--id', 'twice', '--redirect-uri', callback)).toMatch(/^twice is registered already; --replace /);
    const after = await registered('--id', 'twice', '--replace', '--redirect-uri', callback);
    expect(after['client_secret']).not.toBe(before['client_secret']);
    expect(await logsInTo('twice', { secret: String(after['client_secret']) })).toHaveProperty('id_token');
  });

  it.each([
    ['no address to return to', ['--id', 'x'], /^--redirect-uri is missing/],
    ['no name', ['--redirect-uri', callback], /^--id must be 1 to 128 visible ASCII characters/],
    ['the id of what blitz-idp brings itself', ['--id', 'blitz-console', '--redirect-uri', callback], /^--id must be another than blitz-console/],
    ['a fragment', ['--id', 'x', '--redirect-uri', 'https://x.example/cb#here'], /redirect_uris must not contain fragments\.$/],
    ['what is no address', ['--id', 'x', '--redirect-uri', 'nonsense'], /redirect_uris must only contain valid uris\.$/],
    ['an address that is not of the web', ['--id', 'x', '--redirect-uri', 'javascript:alert(1)'], /redirect_uris must only contain web uris\.$/],
    ['a privilege that there is not', ['--id', 'x', '--privilege', 'root'], /^--privilege must be one of w_admin, r_audit, /],
    ['privileges and an address to return to', ['--id', 'x', '--privilege', 'w_app', '--redirect-uri', callback], /^--privilege is for programs that log nobody in/],
    ['privileges and no secret', ['--id', 'x', '--privilege', 'w_app', '--public'], /^--privilege is for programs that log nobody in/],
    ['an option that there is not', ['--id', 'x', '--redirect', callback], /^Unknown option '--redirect'/],
  ])('never with %s', async (_, args, sentence) => {
    expect(await refused(...args)).toMatch(sentence);
  });

  it('only where it finds its database, and says so in a sentence', async () => {
    const args = ['--id', 'x', '--redirect-uri', callback];
    const away = await runs(args, { BLITZ_DATABASE_URL: 'postgres://blitz@127.0.0.1:1/blitz' });
    expect(away).toMatchObject({ status: 1, words: expect.stringMatching(/^connect ECONNREFUSED 127\.0\.0\.1:1 \(PostgreSQL, which BLITZ_DATABASE_URL names\)$/) });
    expect((await runs(args, { BLITZ_DATABASE_URL: '' })).words).toContain('BLITZ_DATABASE_URL is missing');
  });

  it('with help that names every option', async () => {
    const { status, json } = await runs(['--help']);
    expect(status).toBe(0);
    for (const option of ['--id', '--name', '--redirect-uri', '--post-logout-redirect-uri', '--public', '--privilege', '--replace']) expect(json).toContain(option);
  });
});
