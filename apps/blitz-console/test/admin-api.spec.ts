import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Installation } from './support/installation.ts';

// Two services start as real processes.
jest.setTimeout(120_000);

const page = fileURLToPath(new URL('../../../docs/admin-api.md', import.meta.url));
const phone = '+79160004711';

/** What the script of the page needs, and what a bare machine may lack. */
const hasCurl = spawnSync('curl', ['--version']).error === undefined;

describe('a program of the administrator’s, with real services', () => {
  let installation: Installation;
  let secret = '';
  beforeAll(async () => {
    installation = await Installation.open();
    secret = await registers('ops', 'w_system', 'w_user', 'w_app', 'r_audit');
  });
  afterAll(() => installation.close());

  async function registers(id: string, ...privileges: readonly string[]): Promise<string> {
    return (JSON.parse(await installation.runs('register-application', ['--id', id, ...privileges.flatMap((each) => ['--privilege', each])])) as { client_secret: string }).client_secret;
  }

  async function token(id: string, its: string, scope: string): Promise<string> {
    const headers = { authorization: `Basic ${Buffer.from(`${id}:${its}`).toString('base64')}` };
    const answer = await fetch(`${installation.addresses.idp}/blitz/oauth/te`, { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', scope }), headers });
    return ((await answer.json()) as { access_token: string }).access_token;
  }

  const asks = (bearer: string): Promise<Response> =>
    fetch(`${installation.addresses.console}/blitz/admin/api/v1/test-calls`, {
      method: 'POST',
      body: JSON.stringify({ phone_number: phone, procedure: 'simulator' }),
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    });

  const calls = async (): Promise<readonly { readonly from: string }[]> =>
    ((await (await fetch(`${installation.simulator.url}/api/calls?${new URLSearchParams({ to: phone }).toString()}`)).json()) as { calls: { from: string }[] }).calls;

  it('is let in with the token that blitz-idp gave it, and the phone rings', async () => {
    const answer = await asks(await token('ops', secret, 'w_system'));
    expect([answer.status, (await answer.text()).trimEnd().split('\n').at(-1)]).toEqual([200, expect.stringContaining('"outcome":"placed"')]);
    expect(await calls()).toHaveLength(1);
  });

  it('is not let in with another privilege', async () => {
    const answer = await asks(await token('auditor', await registers('auditor', 'r_audit'), 'r_audit'));
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: 'privilege_missing' })]);
    expect(await calls()).toHaveLength(1);
  });

  /** All blocks of the page, one after the other in one shell, each after a line with its number. */
  async function runsThePage(): Promise<{ readonly said: readonly string[]; readonly promised: readonly (readonly string[])[]; readonly err: string }> {
    const blocks = [...(await readFile(page, 'utf8')).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
    const script = blocks.map((block) => `echo '=== block'\n${block}`).join('\n');
    const { idp, console: desk } = installation.addresses;
    const env = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, secret, phone, idp, console: desk, telephone: installation.simulator.url, provider_token: installation.providerToken };
    return new Promise((resolve) => {
      execFile('sh', ['-c', script], { env, timeout: 100_000 }, (_error, out, err) => {
        const promised = blocks.map((block) => [...block.matchAll(/^#> (.*)$/gm)].map(([, line = '']) => line));
        resolve({ said: out.split('=== block\n').slice(1), promised, err });
      });
    });
  }

  (hasCurl ? it : it.skip)('does what docs/admin-api.md says, word for word, and is answered as it says', async () => {
    const before = (await calls()).length;
    const { said, promised, err } = await runsThePage();
    expect([err, err === '' ? '' : said]).toEqual(['', '']);
    expect(said).toHaveLength(promised.length);
    for (const [nth, lines] of promised.entries()) expect(said[nth]?.split('\n')).toEqual(expect.arrayContaining([...lines]));
    expect(said.join('\n')).not.toMatch(/"code":|undefined|NaN/);
    expect(said.join('\n')).toContain('"outcome":"placed"');
    expect(await calls()).toHaveLength(before + 1);
  });

  it('R14 leaves no secret, number or code in any log', async () => {
    const { log } = installation;
    expect(log).toContain('"route":"/blitz/admin/api/v1/test-calls","status":200');
    const written = [...(await readFile(page, 'utf8')).matchAll(/\+(7\d{10})/g)].map(([, number = '']) => number);
    const numbers = [...(await calls()).map(({ from }) => from), ...written];
    for (const each of [secret, installation.providerToken, phone.slice(1), ...numbers]) expect(log.includes(each)).toBe(false);
    expect(log).not.toMatch(/eyJ[\w-]{20,}/);
  });
});
