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
    secret = await registers('ops', 'w_system');
  });
  afterAll(() => installation.close());

  async function registers(id: string, privilege: string): Promise<string> {
    return (JSON.parse(await installation.runs('register-application', ['--id', id, '--privilege', privilege])) as { client_secret: string }).client_secret;
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

  (hasCurl ? it : it.skip)('does what docs/admin-api.md says, word for word', async () => {
    const script = /^```sh\n(.*?)^```$/ms.exec(await readFile(page, 'utf8'))?.[1] ?? '';
    const { idp, console: desk } = installation.addresses;
    const env = { PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`, secret, phone, idp, console: desk, telephone: installation.simulator.url };
    const said = await new Promise<string>((resolve) => {
      execFile('sh', ['-c', script], { env, timeout: 60_000 }, (_error, out, err) => resolve(`${out}${err}`));
    });
    const kinds = said.trimEnd().split('\n').map((line) => (JSON.parse(line) as { kind: string; outcome?: string }));
    expect(kinds.map(({ kind }) => kind)).toEqual(['request', 'response', 'end', 'request', 'response', 'end']);
    expect(kinds.filter(({ outcome }) => outcome === 'placed')).toHaveLength(2);
    expect(await calls()).toHaveLength(3);
  });

  it('R14 leaves no secret, number or code in any log', async () => {
    const { log } = installation;
    expect(log).toContain('"route":"/blitz/admin/api/v1/test-calls","status":200');
    const numbers = (await calls()).map(({ from }) => from);
    for (const each of [secret, phone.slice(1), ...numbers]) expect(log.includes(each)).toBe(false);
    expect(log).not.toMatch(/eyJ[\w-]{20,}/);
  });
});
