import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HeadlessPerson, type Person } from './support/headless-person.ts';
import { Installation } from './support/installation.ts';
import { until } from './support/until.ts';

// Two services start as real processes.
jest.setTimeout(120_000);

const callback = 'http://localhost:3000/callback';
const ada: Person = { login: 'ada', password: 'quiet-river-1234', phone: '+79160004712' };
/** Nobody is called twice within half a minute. */
const grace: Person = { ...ada, login: 'grace', phone: '+79160004713' };

type Json = Readonly<Record<string, unknown>>;

/** An application made in the console, with blitz-idp and blitz-console as processes of their own. */
describe('an application made through the console', () => {
  let installation: Installation;
  let opsSecret = '';
  beforeAll(async () => {
    installation = await Installation.open();
    const accounts = [ada, grace].map(({ phone, ...each }) => ({ ...each, attributes: { phone_number: phone }, requiredFactor: 2 }));
    await installation.runs('seed-demo', [], JSON.stringify({ accounts, clients: [] }));
    const shown = await installation.runs('register-application', ['--id', 'ops', '--privilege', 'w_app', '--privilege', 'w_admin', '--privilege', 'r_audit']);
    opsSecret = (JSON.parse(shown) as { client_secret: string }).client_secret;
  });
  afterAll(() => installation.close());

  async function tokens(fields: Readonly<Record<string, string>>, id: string, secret: string): Promise<Json> {
    const headers = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
    return (await (await fetch(`${installation.addresses.idp}/blitz/oauth/te`, { method: 'POST', body: new URLSearchParams(fields), headers })).json()) as Json;
  }

  async function ops(method: string, path: string, body?: Json, version?: number): Promise<Json> {
    const { access_token: token } = await tokens({ grant_type: 'client_credentials', scope: 'w_app w_admin r_audit' }, 'ops', opsSecret);
    const headers = {
      authorization: `Bearer ${String(token)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${String(version)}"` }),
    };
    const answer = await fetch(`${installation.addresses.console}/blitz/admin/api/v1/applications${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${String(answer.status)} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  }

  const person = (who = ada): HeadlessPerson => new HeadlessPerson(installation, who);
  /** Within a second; a busy machine may answer late. */
  const soon = (isSo: () => Promise<boolean>): Promise<void> => until(isSo, 3_000);

  it('logs a person in, until it is deleted; and of two secrets the last one counts', async () => {
    const { client_secret: first } = await ops('POST', '', { client_id: 'shop', kind: 'web', name: 'The shop', redirect_uris: [callback] });
    const issued = await tokens(await person().logsInTo('shop', callback), 'shop', String(first));
    expect(issued).toMatchObject({ id_token: expect.any(String), refresh_token: expect.any(String) });
    let refresh = String(issued['refresh_token']);
    const refreshes = (secret: unknown): Promise<Json> => tokens({ grant_type: 'refresh_token', refresh_token: refresh }, 'shop', String(secret));

    const { client_secret: second } = await ops('POST', '/shop/secret', undefined, 1);
    // The one that is good no longer is asked with a token that does not exist: what it is refused for tells which was looked at first.
    await soon(async () => (await tokens({ grant_type: 'refresh_token', refresh_token: 'none' }, 'shop', String(first)))['error'] === 'invalid_client');
    const again = await refreshes(second);
    expect(again).toMatchObject({ access_token: expect.any(String), refresh_token: expect.any(String) });
    refresh = String(again['refresh_token']);

    await ops('DELETE', '/shop', undefined, 2);
    await soon(async () => (await tokens({ grant_type: 'refresh_token', refresh_token: 'none' }, 'shop', String(second)))['error'] === 'invalid_client');
    expect(await refreshes(second)).toMatchObject({ error: 'invalid_client' });
    await expect(person().logsInTo('shop', callback)).rejects.toThrow('no login there: 400');
    for (const each of [first, second, opsSecret]) expect(installation.log).not.toContain(String(each));
  });

  it('on people’s devices logs them in without a secret', async () => {
    expect(await ops('POST', '', { client_id: 'phone-app', kind: 'native', name: 'App', redirect_uris: ['http://127.0.0.1/cb'], required_factor: 2 })).toMatchObject({ client_secret: null });
    const grant = await person(grace).logsInTo('phone-app', 'http://127.0.0.1:5123/cb');
    const answer = await fetch(`${installation.addresses.idp}/blitz/oauth/te`, { method: 'POST', body: new URLSearchParams({ ...grant, client_id: 'phone-app' }) });
    expect(await answer.json()).toHaveProperty('id_token');
  });

  it('for machines works with the admin API', async () => {
    const { client_secret: secret } = await ops('POST', '', { client_id: 'auditor', kind: 'machine', name: 'Auditor', privileges: ['r_audit'] });
    expect(await tokens({ grant_type: 'client_credentials', scope: 'r_audit' }, 'auditor', String(secret))).toMatchObject({ scope: 'r_audit' });
    expect(await tokens({ grant_type: 'client_credentials', scope: 'w_app' }, 'auditor', String(secret))).toMatchObject({ error: 'invalid_scope' });
  });
});
