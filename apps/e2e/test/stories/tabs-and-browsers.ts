import { describe, expect } from '@jest/globals';
import { journey, journeyEitherWay } from '../support/journeys.ts';

describe('tabs and browsers', () => {
  journeyEitherWay('a reloaded page goes on where it was, and rings nobody', async (arrive) => {
    const ada = await (await arrive()).atTheOffer();
    await ada.page.reload();
    await ada.isAt('Confirm with an incoming call');
    await ada.asksForCall();
    await ada.types(await ada.phone.wrongDigits());
    await ada.sees('2 tries left');
    await ada.page.reload();
    await ada.sees('2 tries left');
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await ada.page.reload();
    await ada.isAt('Trust this browser?');
    expect((await ada.phone.calls()).length).toBe(1);
  });

  journeyEitherWay('the back button leads to no second call and to no dead end', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.page.goBack();
    await ada.isAt(/Type the last 4 digits|Confirm with an incoming call/);
    if ((await ada.digits.count()) === 0) await ada.page.reload();
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');

    // What is proved is proved: the page of the digits leads on.
    await ada.page.goBack();
    await ada.isAt('Trust this browser?');
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();

    await ada.page.goBack();
    await ada.isAt('You have already logged in');
    await ada.sees('There is nothing left to do here.');
    await ada.link('Back to the application').click();
    await ada.isLoggedIn();
    expect((await ada.phone.calls()).length).toBe(1);
  });

  journeyEitherWay('a second tab continues where the first was', async (arrive) => {
    const first = await (await arrive()).atTheCode();
    const second = await first.anotherTab();
    await second.opensDemo();
    await second.link('Log in').click();
    await second.isAt('Type the last 4 digits');
    await second.types(await second.phone.lastDigits());
    await second.presses('Don’t trust');
    await second.isLoggedIn();

    // The first tab finds itself logged in too.
    await first.page.reload();
    await first.isLoggedIn();
    expect((await first.phone.calls()).length).toBe(1);
  });

  journey('a login started elsewhere can’t be gone on with from its link', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    const stranger = await arrive();
    // Never here before: it is not their cookies that are missing.
    await stranger.page.goto(ada.page.url());
    await stranger.isAt('This login is not open here');
    await stranger.sees('It was started in another browser, or it is already over. Go back to the application and log in again.');
    expect(await stranger.words()).not.toContain(ada.who.name);
    await stranger.link('Back to the application').click();
    await stranger.isAt('Log in with a call to your phone');
  });

  journey('without cookies it says what is missing', async (arrive) => {
    const ada = await arrive({ cookies: false });
    await ada.opensDemo();
    await ada.link('Log in').click();
    await ada.isAt('Cookies are switched off');
    await ada.sees('Allow cookies for this site in your browser’s settings, then try again.');
    // In the settings they were allowed meanwhile; here it is enough that the way leads out of the page.
    await ada.link('Try again').click();
    await ada.isAt('Log in with a call to your phone');
  });

  journeyEitherWay('giving up leads back to the application', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.presses('Cancel and go back to the application');
    await ada.isAt('The login was not completed');
    await ada.sees('You cancelled the login');

    // Nobody is logged in: the old page says that it is over, and not that there is nothing left to do.
    await ada.page.goBack();
    await ada.isAt('This login has ended');
    await ada.link('Start again').click();
    await ada.isAt('Log in with a call to your phone');
  });
});
