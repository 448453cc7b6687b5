import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from './person.ts';
import { Scene } from './scene.ts';

describe('a person at the demo application', () => {
  let scene: Scene;
  let ada: Person;
  beforeAll(async () => {
    scene = await Scene.set();
  });
  beforeEach(() => {
    ada = new Person();
    if (scene.provider) scene.provider.conduct = 'logs in';
  });
  afterAll(() => scene.ends());

  it('is told what will happen before the button is pressed', async () => {
    const { status, text } = await ada.goes(scene.at('/'));
    expect(status).toBe(200);
    expect(text).toMatch(/calls your phone.*href="\/login"[^>]*>Log in</s);
  });

  it('is sent to the provider with a code challenge, state and nonce', async () => {
    const response = await ada.asks(scene.at('/login'));
    const { origin, searchParams } = new URL(response.headers.get('location') ?? '');
    expect([response.status, origin]).toEqual([303, scene.issuer]);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'demo',
      redirect_uri: scene.at('/callback'),
      scope: 'openid profile phone offline_access',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{20,}$/),
      nonce: expect.stringMatching(/^[\w-]{20,}$/),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^demo_session=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('may wish for a level, a prompt, an age, a name and a language', async () => {
    const wishes = 'acr=two-factors&prompt=login&max_age=60&login_hint=ada%40example.org&ui_locales=ru%20en';
    const response = await ada.asks(scene.at(`/login?${wishes}`));
    expect(Object.fromEntries(new URL(response.headers.get('location') ?? '').searchParams)).toMatchObject({
      acr_values: 'urn:blitz:acr:two-factors',
      prompt: 'login',
      max_age: '60',
      login_hint: 'ada@example.org',
      ui_locales: 'ru en',
    });
  });

  it.each(['acr=', 'acr=%3Cscript%3E', 'acr=a&acr=b', 'prompt=nonsense', 'prompt=none%20login', 'max_age=-1', 'max_age=1e3', 'max_age=٣', 'login_hint=%00', `login_hint=${'x'.repeat(257)}`, 'ui_locales=%20'])(
    'is told that %s is not understood',
    async (query) => {
      const { status, text } = await ada.goes(scene.at(`/login?${query}`));
      expect(status).toBe(400);
      expect(text).toContain(`<code>${query.split('=')[0] ?? ''}</code>`);
    },
  );

  it('comes back logged in, and sees by what means and at which level', async () => {
    const { url, text } = await ada.goes(scene.at('/login'));
    expect(url).toBe(scene.at('/'));
    expect(text).toContain('You are logged in');
    expect(text).toContain('amr [&quot;pwd&quot;,&quot;tel&quot;,&quot;mfa&quot;,&quot;mca&quot;]');
    expect(text).toMatch(/Two factors.*acr urn:blitz:acr:two-factors/s);
    expect(text).toMatch(/Password.*Incoming call/s);
    expect(text).toMatch(/<th scope="row">acr<\/th>.*<th scope="row">amr<\/th>.*<th scope="row">sub<\/th>/s);
  });

  it('gets another session identifier by logging in', async () => {
    await ada.asks(scene.at('/login'));
    const before = ada.cookies.get('demo_session');
    await ada.goes(scene.at('/login'));
    expect(ada.cookies.get('demo_session')).not.toBe(before);
    const thief = new Person();
    thief.cookies.set('demo_session', before ?? '');
    expect((await thief.goes(scene.at('/'))).text).not.toContain('You are logged in');
  });

  it('never finds a token or the client’s secret in a page, an address or a cookie', async () => {
    const { text } = await ada.goes(scene.at('/login'));
    const everything = text + JSON.stringify([...ada.cookies]);
    expect(everything).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
    expect(everything).not.toContain('secret of the demo');
    expect(everything).not.toMatch(/access_token|refresh_token/);
  });

  it('asks for user info, and names with markup stay text', async () => {
    await ada.goes(scene.at('/login'));
    const { text } = await ada.presses(scene.at('/userinfo'));
    expect(text).toContain('<h1>Ada &lt;b>Lovelace&lt;/b></h1>');
    expect(text).toMatch(/phone_number<\/th>.*\+79001234567/s);
  });

  it('refreshes tokens, and a double press does not spend the refresh token twice', async () => {
    await ada.goes(scene.at('/login'));
    const [first, second] = await Promise.all([ada.presses(scene.at('/refresh')), ada.presses(scene.at('/refresh'))]);
    expect(first.text + second.text).toContain('The tokens are new');
    expect((await ada.presses(scene.at('/refresh'))).text).toContain('The tokens are new');
    expect((await ada.goes(scene.at('/'))).text).not.toContain('The tokens are new');
  });

  it('steps up from the password to two factors', async () => {
    if (scene.provider) scene.provider.conduct = 'logs in with the password only';
    const first = await ada.goes(scene.at('/login'));
    expect(first.text).toContain('One factor');
    if (scene.provider) scene.provider.conduct = 'logs in';
    const { text } = await ada.goes(scene.at('/login?acr=two-factors&prompt=login'));
    expect(text).toMatch(/The level that this application asked for is reached.*Two factors/s);
  });

  it.each([
    ['en', 'Trusted browser'],
    ['ru', 'Доверенный браузер'],
  ])('reads in words that the browser was trusted: %s', async (language, words) => {
    if (scene.provider) scene.provider.conduct = 'logs in on a trusted browser';
    const { text } = await new Person(language).goes(scene.at('/login'));
    expect(text).toContain(`<span class="badge">${words}</span>`);
  });

  it('is told if the provider did not reach the level that was asked for', async () => {
    if (scene.provider) scene.provider.conduct = 'logs in with the password only';
    expect((await ada.goes(scene.at('/login?acr=two-factors'))).text).toContain('not at the level that this application asked for');
  });

  it('logs out here and is led to log out at the provider', async () => {
    await ada.goes(scene.at('/login'));
    const response = await ada.asks(scene.at('/logout'), { method: 'POST' });
    const to = new URL(response.headers.get('location') ?? '');
    expect([response.status, to.origin]).toEqual([303, scene.issuer]);
    expect(to.searchParams.get('post_logout_redirect_uri')).toBe(scene.at('/'));
    expect(to.searchParams.get('id_token_hint')).toMatch(/^eyJ/);
    expect((await ada.goes(to.href)).status).toBe(200);
    expect((await ada.goes(scene.at('/'))).text).not.toContain('You are logged in');
  });
});
