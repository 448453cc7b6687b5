import { Applications, metadataOf } from '@blitz/accounts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, Sealer } from '@blitz/kernel';
import { PostgresApplicationRegister } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { applicationUrl, Town } from './support/town.ts';
import type { Visitor } from './support/visitor.ts';

/** The console writes to the register; blitz-idp, a process of its own, reads it within a second. */
describe('within a second after an administrator', () => {
  let town: Town;
  let register: PostgresApplicationRegister;
  beforeAll(async () => {
    town = await Town.open({ variables: { BLITZ_CONSOLE_URL: 'http://localhost:9001/blitz/console' } });
    town.clock.rulesEverything();
    await town.administrator.saves({ 'login.required-factor': 1 });
    register = new PostgresApplicationRegister(town.service.get(DataSource), town.service.get(Sealer));
  });
  afterAll(() => town.close());

  interface Known {
    readonly clientId: string;
    readonly credentials: string;
    readonly ada: Visitor;
  }

  /** An application that ada has just come back to. */
  async function known(): Promise<Known> {
    const clientId = `app-${newId()}`;
    const metadata = metadataOf({ kind: 'web', name: 'App', redirectUris: [`${applicationUrl}/callback`], postLogoutRedirectUris: [], requiredFactor: null, refreshTokens: true });
    await register.add({ clientId, metadata, secret: 'first' });
    const ada = await town.person();
    await ada.goesToShop({ client_id: clientId });
    await ada.typesPassword();
    return { clientId, credentials: `${clientId}:first`, ada };
  }

  const says = async (ada: Visitor, path: string, fields: Readonly<Record<string, string>>, credentials: string): Promise<Record<string, string>> =>
    (await (await ada.asApplication(path, fields, credentials)).json()) as Record<string, string>;

  it('deleted an application its tokens and its codes are good for nothing', async () => {
    const { clientId, credentials, ada } = await known();
    const tokens = await says(ada, '/oauth/te', ada.codeGrant(), credentials);
    await ada.goesToShop({ client_id: clientId });
    const code = ada.codeGrant();
    expect(await register.remove(clientId, 1)).toBe(true);
    town.clock.passes({ sec: 1 });
    expect(await says(ada, '/oauth/te', { grant_type: 'refresh_token', refresh_token: String(tokens['refresh_token']) }, credentials)).toMatchObject({ error: 'invalid_client' });
    expect(await says(ada, '/oauth/te', code, credentials)).toMatchObject({ error: 'invalid_client' });
    expect(await says(ada, '/oauth/introspect', { token: String(tokens['access_token']) }, credentials)).toMatchObject({ error: 'invalid_client' });
    const me = await fetch(`${town.base}/oauth/me`, { headers: { authorization: `Bearer ${String(tokens['access_token'])}` } });
    expect(me.status).toBe(401);
  });

  it('deleted an application nobody logs in to it, nor goes on with a login that began before', async () => {
    const { clientId } = await known();
    const bob = await town.person();
    await bob.goesToShop({ client_id: clientId });
    await register.remove(clientId, 1);
    town.clock.passes({ sec: 1 });
    await bob.typesPassword();
    expect([bob.page.status, new URL(bob.page.url).origin]).toEqual([400, new URL(town.base).origin]);
    const again = await town.person();
    expect([(await again.goesToShop({ client_id: clientId })).status, again.where()]).toEqual([400, '/blitz/oauth/ae']);
  });

  it('gave an application another secret the one of before is refused', async () => {
    const { clientId, credentials, ada } = await known();
    const { refresh_token: token } = await says(ada, '/oauth/te', ada.codeGrant(), credentials);
    await register.replaceSecret(clientId, 'second', 1);
    town.clock.passes({ sec: 1 });
    const refresh = { grant_type: 'refresh_token', refresh_token: String(token) };
    expect(await says(ada, '/oauth/te', refresh, credentials)).toMatchObject({ error: 'invalid_client' });
    expect(await says(ada, '/oauth/te', refresh, `${clientId}:second`)).toHaveProperty('access_token');
  });

  it('took an address away nobody is led there', async () => {
    const { clientId, ada } = await known();
    const application = await town.service.get(Applications).find(clientId);
    await register.change(clientId, { ...application?.metadata, redirect_uris: ['https://other.example/'] }, 1);
    town.clock.passes({ sec: 1 });
    expect([(await ada.goesToShop({ client_id: clientId })).status, ada.where()]).toEqual([400, '/blitz/oauth/ae']);
  });
});
