/** Providers of other kinds than the vendor's example, and the guards before all of them, from the person's side. */
import { describe, expect } from '@jest/globals';
import { openProviders, until, type Customers, type Someone } from '../src/index.ts';
import { beforehand, journey, journeyEitherWay, withSettings } from './support/journeys.ts';

/** Nobody here needs a second call, but those who are told to wait for it. */
withSettings({ 'resend-delay-sec': 10 }, { 'number-calls': 1 });

let customers: { readonly [C in keyof Customers]: Someone[] };
beforehand(async (town) => {
  const [one, two, three, four, five, six] = Array.from({ length: 6 }, () => town.people.withPhone()) as [Someone, Someone, Someone, Someone, Someone, Someone];
  customers = { exchange: [one, two], failover: [three], keeper: [four, five], silentKeeper: [six], messenger: [] };
  await openProviders(town, customers);
});

function customerOf(kind: keyof Customers): Someone {
  const who = customers[kind].shift();
  if (who === undefined) throw new Error(`nobody more is called by ${kind}`);
  return who;
}

const ringing = 'Your phone is ringing.';

describe('a provider that tells what the phone does', () => {
  journey('the page follows the phone: it rings, somebody answers by mistake, and the digits still help', async (arrive) => {
    const ada = await (await arrive({ who: customerOf('exchange') })).atTheOffer();
    await ada.asksForCall();
    await ada.page.evaluate('globalThis.sameDocument = true');
    await ada.sees(ringing);
    await ada.phone.does('answer');
    await ada.sees('The call was answered. You can hang up');
    await ada.sees('its digits still help');
    expect(await ada.page.evaluate('globalThis.sameDocument')).toBe(true);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await until('the provider hung up', async () => (await ada.phone.calls())[0]?.state === 'ended');
  });

  journey('a call that was rejected is in the list of calls, and its digits log in', async (arrive) => {
    const ada = await (await arrive({ who: customerOf('exchange') })).atTheOffer();
    await ada.asksForCall();
    await ada.sees(ringing);
    await ada.phone.does('reject');
    await ada.sees('Your line was busy, or the call was rejected. Look in the list of calls');
    await ada.types(await ada.phone.lastDigits());
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
    expect((await ada.token())['amr']).toEqual(expect.arrayContaining(['pwd', 'tel', 'mfa']));
  });

  journey('when the first provider refuses, the next one calls, and stops ringing after the right digits', async (arrive) => {
    const ada = await (await arrive({ who: customerOf('failover') })).atTheOffer();
    await ada.asksForCall();
    await ada.sees(ringing);
    expect(await ada.words()).not.toMatch(/fail|not accept|phone company/);
    expect((await ada.phone.calls()).map(({ state }) => state)).toEqual(['ringing']);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await until('the phone is quiet', async () => (await ada.phone.calls())[0]?.state === 'missed', 10_000);
  });
});

describe('a provider that keeps the code', () => {
  journeyEitherWay('wrong digits cost a try, right ones log in', async (arrive) => {
    const ada = await (await arrive({ who: customerOf('keeper') })).atTheCode();
    await ada.types(await ada.phone.wrongDigits());
    await ada.sees('These are not the digits.');
    await ada.sees('2 tries left');
    await ada.types(await ada.phone.lastDigits());
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
  });

  journey('when it does not answer about the digits, the page says so and what it cost', async (arrive) => {
    const ada = await (await arrive({ who: customerOf('silentKeeper') })).atTheCode();
    await ada.types(await ada.phone.lastDigits());
    await ada.sees('The digits could not be checked just now. The try counts.');
    await ada.sees('2 tries left');
  });
});

describe('a provider that takes its time', () => {
  journey('after a quarter of a minute the page says that it takes longer than usual', async (arrive) => {
    const ada = await (await arrive()).atTheOffer();
    await ada.phone.behaves('slow', 18_000);
    await ada.asksForCall();
    await ada.sees('We are calling you.');
    await ada.sees('It takes longer than usual. Keep your phone at hand.');
    await ada.sees('We called you.');
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });
});

describe('guards', () => {
  const limited = /There were too many calls\. You can ask for a call again in 10 minutes \((?:on \d+ \w+ )?at \d\d:\d\d\)/;

  journeyEitherWay('too many calls: the page says when to try again, and the last digits still log in', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.page.goto(ada.page.url());
    await ada.sees(/You can ask for another call in 10 minutes/);

    // The same person in another browser, whose clock runs ahead.
    const again = await arrive({ who: ada.who });
    if (again.hasScripts) await again.page.clock.install();
    await again.logsIn();
    await again.typesPassword();
    await again.sees(again.hasScripts ? limited : 'There were too many calls.');
    if (again.hasScripts) {
      expect(await again.button(/^Call me · \d+:\d\d$/).isDisabled()).toBe(true);
      await again.page.clock.fastForward('10:01');
      await again.sees('You can ask for another call now.');
    }
    await again.presses('Call me');
    await again.sees('There were too many calls.');

    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    expect(await ada.phone.calls()).toHaveLength(1);
  });

  journey('a number that is never called: the page says so before anything is pressed', async (arrive, { people }) => {
    const hedy = await arrive({ who: people.withOfficePhone() });
    await hedy.logsIn();
    await hedy.typesPassword();
    await hedy.isAt('We can’t call this number');
    await hedy.sees(/No calls are made to numbers like yours, \+7 ··· ··· \d\d \d\d/);
    await hedy.presses('Cancel and go back to the application');
    await hedy.isAt('The login was not completed');
  });
});
