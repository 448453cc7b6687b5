import { describe, expect } from '@jest/globals';
import { journeyEitherWay } from '../support/journeys.ts';

describe('after the login', () => {
  journeyEitherWay('a trusted browser is asked for the password only, also after logging out', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.types(await ada.phone.lastDigits());
    await ada.sees('For 365 days we will ask for your password only, without a call, if you log in here at least every 30 days.');
    await ada.presses('Trust this browser');
    await ada.isLoggedIn();

    await ada.presses('Log out');
    await ada.isAt('Log out?');
    await ada.presses('Log out');
    await ada.isAt('Log in with a call to your phone');

    await ada.logsIn();
    await ada.typesPassword();
    await ada.isLoggedIn();
    expect((await ada.phone.calls()).length).toBe(1);

    // Trust belongs to the browser: elsewhere the phone rings.
    const elsewhere = await arrive({ ...ada.habits, who: ada.who });
    await elsewhere.logsIn();
    await elsewhere.typesPassword();
    await elsewhere.isAt('Confirm with an incoming call');
  });

  journeyEitherWay('stepping up asks for the call, and only for the call', async (arrive, { people }) => {
    const alan = await arrive({ who: people.passwordOnly() });
    await alan.logsIn();
    await alan.typesPassword();
    await alan.isLoggedIn();
    expect(await alan.token()).toMatchObject({ amr: ['pwd'], acr: 'urn:blitz:acr:one-factor' });

    await alan.link('Step up (ask for the call)').click();
    await alan.isAt('Confirm with an incoming call');
    await alan.asksForCall();
    await alan.types(await alan.phone.lastDigits());
    await alan.presses('Don’t trust');
    await alan.isLoggedIn();
    await alan.sees('The level that this application asked for is reached.');
    expect(await alan.token()).toMatchObject({ amr: ['pwd', 'tel', 'mfa', 'mca'], acr: 'urn:blitz:acr:two-factors' });
  });

  journeyEitherWay('tokens are refreshed, user info is told, and logging out can be declined', async (arrive) => {
    const ada = await arrive();
    await ada.getsIn();
    await ada.presses('Refresh tokens');
    await ada.sees('The tokens are new: the refresh token was exchanged.');
    expect(await ada.token()).toMatchObject({ acr: 'urn:blitz:acr:two-factors' });
    await ada.presses('Ask for user info');
    const info = JSON.parse((await ada.page.locator('#userinfo pre').textContent()) ?? '') as unknown;
    expect(info).toMatchObject({ name: ada.who.name, phone_number: ada.phone.number });

    // The application forgets at once; the provider asks first.
    await ada.presses('Log out');
    await ada.isAt('Log out?');
    await ada.presses('Stay logged in');
    await ada.isAt('Log in with a call to your phone');
    await ada.link('Log in').click();
    await ada.isLoggedIn();

    await ada.presses('Log out');
    await ada.presses('Log out');
    await ada.isAt('Log in with a call to your phone');
    await ada.link('Log in').click();
    await ada.isAt('Log in');
  });
});
