import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from './person.ts';
import { Scene } from './scene.ts';

describe('when it goes wrong', () => {
  let scene: Scene;
  let ada: Person;
  beforeEach(async () => {
    scene = await Scene.set();
    ada = new Person();
  });
  afterEach(() => scene.ends());

  const providerEnds = async (): Promise<void> => {
    await scene.provider?.close();
    scene.provider = undefined;
  };

  it('waits for a provider that starts later, and says meanwhile where it looked', async () => {
    await providerEnds();
    expect((await ada.goes(scene.at('/'))).status).toBe(200);
    const { status, text } = await ada.goes(scene.at('/login'));
    expect(status).toBe(503);
    expect(text).toContain('does not answer');
    expect(text).toContain(scene.issuer);
    expect(text).toContain('ECONNREFUSED');
    await scene.providerStarts();
    expect((await ada.goes(scene.at('/login'))).text).toContain('You are logged in');
  });

  it('notices half a minute later that the provider went away', async () => {
    await ada.asks(scene.at('/login'));
    await providerEnds();
    scene.clock.passes(30_000);
    expect((await ada.goes(scene.at('/login'))).status).toBe(503);
  });

  it('has words and another try for somebody who cancelled the login', async () => {
    if (scene.provider) scene.provider.conduct = 'turns back';
    const { status, text } = await ada.goes(scene.at('/login'));
    expect(status).toBe(400);
    expect(text).toMatch(/You cancelled the login.*href="\/login"[^>]*>Try again.*<code>access_denied<\/code>/s);
    expect(text).not.toContain('<i>');
    expect(text).not.toContain('still logged in');
  });

  it('says who is still logged in when a step-up was refused', async () => {
    await ada.goes(scene.at('/login'));
    if (scene.provider) scene.provider.conduct = 'turns back';
    const { text } = await ada.goes(scene.at('/login?acr=two-factors&prompt=login'));
    expect(text).toContain('You are still logged in here as before');
    expect((await ada.goes(scene.at('/'))).text).toContain('You are logged in');
  });

  it('explains prompt=none without a session at the provider', async () => {
    expect((await ada.goes(scene.at('/login?prompt=none'))).text).toContain('you are not logged in there');
  });

  it.each(['', '?code=x', '?state=forged&code=x', '?error=access_denied', '?state=a&state=b&code=x', '?state=__proto__&code=x'])(
    'believes no answer that it did not ask for: /callback%s',
    async (query) => {
      await ada.asks(scene.at('/login'));
      const { status, text } = await ada.goes(scene.at(`/callback${query}`));
      expect(status).toBe(400);
      expect(text).toContain('did not begin here');
    },
  );

  /** Stops before the provider's answer is handed to the demo. */
  const answerFor = async (person: Person): Promise<string> => {
    for (let url = scene.at('/login'); ; ) {
      const to = (await person.asks(url)).headers.get('location');
      if (to === null) throw new Error('the provider did not answer');
      url = new URL(to, url).href;
      if (url.startsWith(scene.at('/callback'))) return url;
    }
  };

  it('lets nobody in with another browser’s answer, or without cookies', async () => {
    const url = await answerFor(ada);
    const eve = new Person();
    await eve.asks(scene.at('/login'));
    expect((await eve.goes(url)).text).toContain('did not begin here');
    expect((await new Person().goes(url)).text).toContain('keeps no cookies');
    expect((await ada.goes(url)).text).toContain('You are logged in');
  });

  it('takes an answer once, and not after fifteen minutes', async () => {
    const url = await answerFor(ada);
    await ada.goes(url);
    expect((await ada.goes(url)).status).toBe(400);
    const late = new Person();
    const lateUrl = await answerFor(late);
    scene.clock.passes(15 * 60_000 + 1);
    expect((await late.goes(lateUrl)).status).toBe(400);
  });

  it('refuses a code that the provider does not know, and an answer of another issuer', async () => {
    const url = new URL(await answerFor(ada));
    url.searchParams.set('code', 'never-given');
    const refused = await ada.goes(url.href);
    expect([refused.status, /invalid_grant/.test(refused.text)]).toEqual([502, true]);
    const other = new URL(await answerFor(ada));
    other.searchParams.set('iss', 'https://evil.example');
    expect((await ada.goes(other.href)).text).toContain('can’t be trusted');
  });

  it('asks to log in anew when the provider has forgotten the session', async () => {
    await ada.goes(scene.at('/login'));
    await providerEnds();
    await scene.providerStarts();
    const { status, text } = await ada.presses(scene.at('/refresh'));
    expect(status).toBe(502);
    expect(text).toMatch(/no longer accepts.*invalid_grant/s);
    expect((await ada.presses(scene.at('/userinfo'))).text).toContain('no longer accepts');
  });

  it('forgets who logs out though the provider is gone', async () => {
    await ada.goes(scene.at('/login'));
    await providerEnds();
    scene.clock.passes(30_000);
    expect((await ada.presses(scene.at('/logout'))).status).toBe(503);
    expect((await ada.goes(scene.at('/'))).text).not.toContain('You are logged in');
  });

  it.each(['/userinfo', '/refresh', '/logout'])('has no %s for strangers, nor for another site', async (path) => {
    expect((await ada.presses(scene.at(path))).status).toBe(401);
    await ada.goes(scene.at('/login'));
    expect((await ada.goes(scene.at(path), { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ada.goes(scene.at('/'))).text).toContain('You are logged in');
  });

  it('ends a session after eight hours', async () => {
    await ada.goes(scene.at('/login'));
    scene.clock.passes(8 * 3_600_000);
    expect((await ada.goes(scene.at('/'))).text).not.toContain('You are logged in');
  });
});
