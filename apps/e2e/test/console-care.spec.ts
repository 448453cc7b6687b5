/** Somebody can't get in, and is helped from a phone. */
import { describe, expect } from '@jest/globals';
import { barriersOn, type Administrator, type Town } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

/** One call with its three entries spends everything. */
withConsole({ call: { 'resend-delay-sec': 10, tempLockAfter: 4 } });

const telephone = { size: { width: 360, height: 740 } };

const exactly = (login: string): RegExp => new RegExp(`^${login}$`);

async function atThePhone(town: Town): Promise<Administrator> {
  const edith = await town.administrator(telephone);
  await edith.signsIn('/users');
  return edith;
}

describe('an administrator helps from a phone', () => {
  journey('finds who is blocked by the last digits of the number, unblocks with two taps, and the person gets in by a call', async (arrive, town) => {
    const ada = await (await arrive()).atTheCode();
    for (let times = 0; times < 3; times += 1) await ada.types(await ada.phone.wrongDigits());
    await ada.isAt('Calls to you are paused');

    const edith = await atThePhone(town);
    await edith.field('Find a person').fill(ada.who.phone?.slice(-4) ?? '');
    await edith.page.waitForURL(/\?q=\d{4}$/);
    await edith.sees('1 row, that is all');
    await edith.link(exactly(ada.who.login)).click();
    await edith.sees(/No calls until .+: all 4 attempts were used/);
    expect(await barriersOn(edith.page)).toEqual([]);
    await edith.presses('Unblock the incoming call');
    await edith.sees('Unblocked: all attempts are there again.');
    expect(await edith.button('Unblock the incoming call').count()).toBe(0);

    await ada.page.reload();
    await ada.presses('Call again');
    await ada.phone.rang(2);
    await ada.digits.waitFor();
    await ada.types(await ada.phone.lastDigits());
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
    expect(edith.observer.complaints).toEqual([]);
  });

  journey('throws out whoever is logged in, and they are asked for their password again', async (arrive, town) => {
    const ada = await arrive();
    await ada.getsIn();
    const edith = await atThePhone(town);
    await edith.field('Find a person').fill(ada.who.login);
    await edith.link(exactly(ada.who.login)).click();
    await edith.link('Browsers and sessions').click();
    await edith.sees('Demo application');
    expect(await barriersOn(edith.page)).toEqual([]);
    await edith.presses('End all sessions');
    await edith.page.getByRole('dialog').getByRole('button', { name: 'End all sessions' }).click();
    await edith.sees('Nobody is logged in');
    await ada.page.goto(`${town.addresses.demo}/login`);
    await ada.field('Login').waitFor();
    expect(edith.observer.complaints).toEqual([]);
  });
});
