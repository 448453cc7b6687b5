import { metadataOf, newClientSecret, Applications, type ApplicationDraft, type ApplicationForPeople } from '@blitz/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applicationUrl, Town } from './support/town.ts';
import { claimsIn, type Visitor } from './support/visitor.ts';

const one = 'urn:blitz:acr:one-factor';
const two = 'urn:blitz:acr:two-factors';
const shop: ApplicationForPeople = {
  kind: 'web', name: 'The shop', redirectUris: [`${applicationUrl}/callback`], postLogoutRedirectUris: [`${applicationUrl}/`], requiredFactor: null, refreshTokens: true,
};

/** What administrators may say of an application is understood here. */
describe('an application as the console saves it', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open({ variables: { BLITZ_CONSOLE_URL: 'http://localhost:9001/blitz/console' } });
  });
  afterAll(() => town.close());
  beforeEach(() => town.administrator.saves({ 'login.required-factor': 1 }));

  async function saved(clientId: string, draft: ApplicationDraft): Promise<string> {
    const secret = newClientSecret();
    await town.service.get(Applications).save({ clientId, metadata: metadataOf(draft), ...(draft.kind === 'native' ? {} : { secret }) });
    return secret;
  }

  /** From "Log in" until the application has its code, or the page where it stops. */
  async function logsIn(params: Readonly<Record<string, string>>, ada?: Visitor): Promise<Visitor> {
    const person = ada ?? (await town.person());
    await person.goesToShop(params);
    if (person.where().endsWith('/password')) await person.typesPassword();
    return person;
  }

  it.each([
    ['https://app.example/callback'],
    ['https://app.example'],
    ['https://app.example:8443/callback?from=blitz'],
    ['http://localhost:3000/callback'],
    ['http://[::1]:8080/'],
  ])('is served whatever its kind, and comes back to %s', async (address) => {
    for (const kind of ['web', 'native'] as const) {
      const clientId = `${kind}-${address.replace(/\W+/g, '-')}`;
      await saved(clientId, { ...shop, kind, redirectUris: [address], postLogoutRedirectUris: [address] });
      const ada = await logsIn({ client_id: clientId, redirect_uri: address });
      const back = new URL(ada.page.url);
      expect([back.origin, back.pathname, back.searchParams.has('code')]).toEqual([new URL(address).origin, new URL(address).pathname, true]);
    }
  });

  it.each([['com.example.app:/callback'], ['com.example.my-app://callback']])('on a device comes back to %s', async (address) => {
    const clientId = `native-${address.replace(/\W+/g, '-')}`;
    await saved(clientId, { ...shop, kind: 'native', redirectUris: [address], postLogoutRedirectUris: [address] });
    const ada = await logsIn({ client_id: clientId, redirect_uri: address });
    expect(ada.page.url).toMatch(new RegExp(`^${address}\\?code=`));
  });

  it('on a device comes back to whatever port it has got, and a web application to its own alone', async () => {
    await saved('ports-native', { ...shop, kind: 'native', redirectUris: ['http://127.0.0.1/cb'], postLogoutRedirectUris: [] });
    expect((await logsIn({ client_id: 'ports-native', redirect_uri: 'http://127.0.0.1:51234/cb' })).page.url).toMatch(/^http:\/\/127\.0\.0\.1:51234\/cb\?code=/);
    await saved('ports-web', { ...shop, redirectUris: ['http://127.0.0.1/cb'] });
    expect((await logsIn({ client_id: 'ports-web', redirect_uri: 'http://127.0.0.1:51234/cb' })).page.status).toBe(400);
  });

  it('gets refresh tokens when it should, and none otherwise', async () => {
    for (const refreshTokens of [true, false]) {
      const clientId = `refresh-${String(refreshTokens)}`;
      const secret = await saved(clientId, { ...shop, refreshTokens });
      const ada = await logsIn({ client_id: clientId });
      const answer = await ada.asApplication('/oauth/te', ada.codeGrant(), `${clientId}:${secret}`);
      expect('refresh_token' in ((await answer.json()) as object)).toBe(refreshTokens);
    }
  });

  it('for machines gets a token with its privileges', async () => {
    const secret = await saved('machine', { kind: 'machine', name: 'Ops', privileges: ['w_app', 'r_audit'] });
    const ada = await town.person();
    const answer = await ada.asApplication('/oauth/te', { grant_type: 'client_credentials', scope: 'r_audit' }, `machine:${secret}`);
    expect(await answer.json()).toMatchObject({ scope: 'r_audit', token_type: 'Bearer' });
  });

  describe('that takes two factors', () => {
    it.each([
      ['says nothing', {}],
      ['would be content with one', { acr_values: one }],
      ['would be content with either', { acr_values: `${one} ${two}` }],
      ['claims one', { claims: JSON.stringify({ id_token: { acr: { essential: true, value: one } } }) }],
    ])('is logged in to with two, though its request %s', async (what, params) => {
      const clientId = `strict-${what.replace(/\W+/g, '-')}`;
      const secret = await saved(clientId, { ...shop, requiredFactor: 2 });
      const ada = await logsIn({ client_id: clientId, ...params });
      expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
      await ada.confirms();
      const answer = await ada.asApplication('/oauth/te', ada.codeGrant(), `${clientId}:${secret}`);
      expect(claimsIn(((await answer.json()) as { id_token: string }).id_token)).toMatchObject({ acr: two });
    });

    it('asks a session with the password alone for the call, and says so where it may not ask', async () => {
      await saved('strict', { ...shop, requiredFactor: 2 });
      const ada = await logsIn({});
      await logsIn({ client_id: 'strict', prompt: 'none' }, ada);
      expect(ada.errorInTheShop()).toBe('login_required');
      await logsIn({ client_id: 'strict' }, ada);
      expect(ada.where()).toBe('/blitz/login/methods2/flashCall');
    });

    it('asks for the call in trusted browsers, too', async () => {
      await saved('strict-trust', { ...shop, requiredFactor: 2 });
      const ada = await town.person({ requiredFactor: 2 });
      await ada.logsIn('trust');
      await ada.opens(`${town.base}/oauth/logout`);
      const other = await logsIn({ client_id: 'strict-trust', prompt: 'login' }, ada);
      expect(other.where()).toBe('/blitz/login/methods2/flashCall');
    });
  });
});
