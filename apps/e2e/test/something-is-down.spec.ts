import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from '../src/index.ts';

/** One after the other: each takes something away from everybody. */
describe('when something is down', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open({ environment: process.env });
  }, 120_000);
  afterAll(() => town.close(), 60_000);

  it('goes on with a login after a restart in the middle of it', async () => {
    const [atPassword, atOffer, atCode] = await Promise.all([town.visitor(), town.visitor(), town.visitor()]);
    await Promise.all([atPassword.logsIn(), atOffer.atTheOffer(), atCode.atTheCode()]);
    await town.idp.stop();
    await town.idp.start();

    await atPassword.typesPassword();
    await atPassword.isAt('Confirm with an incoming call');
    await atOffer.asksForCall();
    await atOffer.types(await atOffer.phone.lastDigits());
    await atOffer.isAt('Trust this browser?');
    await atCode.types(await atCode.phone.lastDigits());
    await atCode.presses('Don’t trust');
    await atCode.isLoggedIn();
    expect((await atCode.phone.calls()).length).toBe(1);
    await Promise.all([atPassword, atOffer, atCode].map((visitor) => visitor.leave()));
  }, 90_000);

  it('the page of the digits hears about the call again after a restart, without a reload', async () => {
    const ada = await (await town.visitor()).atTheOffer();
    await ada.phone.behaves('slow', 4_000);
    await ada.asksForCall();
    await ada.page.evaluate('globalThis.sameDocument = true');
    await town.idp.stop();
    await town.idp.start();
    // The call that was in the air ended before the process did; the page learns of it from the next one.
    await ada.sees('We called you.');
    expect(await ada.page.evaluate('globalThis.sameDocument')).toBe(true);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    expect((await ada.phone.calls()).length).toBe(1);
    await ada.leave();
  }, 90_000);

  it('without Redis nobody gets in, and everybody is told why', async () => {
    const [ada, eve] = await Promise.all([town.visitor(), town.visitor({ scripts: false })]);
    await Promise.all([ada.atTheOffer(), eve.logsIn()]);
    await town.stopRedis();
    await ada.presses('Call me');
    await ada.isAt('We can’t continue right now');
    await ada.sees('Something on our side is not working. Nobody was logged in. Please try again in a minute.');
    await ada.sees(/Request number \S+/);
    expect(await ada.link('Try again').count()).toBe(1);
    await eve.typesPassword();
    await eve.isAt('We can’t continue right now');
    expect(await ada.phone.calls()).toEqual([]);
    await eve.page.goto(town.addresses.demo);
    await eve.link('Log in').click();
    await eve.isAt('We can’t continue right now');
    await eve.sees('Nobody was logged in. Please try again in a minute.');
    expect(await eve.link('Try again').count()).toBe(1);
    expect((await fetch(`${town.addresses.idp}/readyz`)).status).toBe(503);
  }, 90_000);
});
