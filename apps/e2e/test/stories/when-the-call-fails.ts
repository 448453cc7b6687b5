import { describe, expect } from '@jest/globals';
import type { Visitor } from '../../src/index.ts';
import { journey, journeyEitherWay } from '../support/journeys.ts';

const failures = [
  { provider: 'fails with 500', heading: 'The call failed', words: 'The phone company did not answer as it should.' },
  { provider: 'refuses with 429', heading: 'The call was not made', words: 'Your phone will not ring. This does not count as an attempt.' },
  { provider: 'names two digits', heading: 'That call can’t be used', words: 'a number that does not have enough digits' },
  { provider: 'sends broken JSON', heading: 'The call failed', words: 'the digits of that call do not help' },
] as const;

describe('when the call fails', () => {
  for (const { provider, heading, words } of failures) {
    journey(`the page says so by itself: the provider ${provider}`, async (arrive) => {
      const ada = await (await arrive()).atTheOffer();
      await providerOf(ada, provider);
      await ada.presses('Call me');
      await ada.isAt(heading);
      await ada.sees(words);
      expect(await ada.button(/^Call again/).count()).toBe(1);
    });
  }

  journeyEitherWay('another call helps as soon as the provider has recovered', async (arrive) => {
    const ada = await (await arrive()).atTheOffer();
    await providerOf(ada, 'fails with 500');
    await ada.presses('Call me');
    await ada.isAt('The call failed');
    await providerOf(ada, 'calls and answers');
    while ((await ada.digits.count()) === 0) {
      await ada.presses('Call again');
      await ada.isAt(/The call failed|Type the last 4 digits/);
    }
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });

  journeyEitherWay('an account without a number learns that, and whom to ask', async (arrive, { people }) => {
    const grace = await arrive({ who: people.withoutPhone() });
    await grace.logsIn();
    await grace.typesPassword();
    await grace.isAt('There is no number to call');
    await grace.sees('Your password is right, but your account has no valid mobile number');
    await grace.sees('Ask your administrator or your support desk to add one.');
    await grace.presses('Cancel and go back to the application');
    await grace.isAt('The login was not completed');
    await grace.link('Try again').click();
    await grace.isAt('Log in');
  });
});

/** Chosen on the simulator's own page, as somebody does who tries things out. */
async function providerOf(ada: Visitor, behaviour: string): Promise<void> {
  const { page } = await ada.anotherTab();
  // Without scripts the page renews itself, and can be told not to.
  await page.goto(ada.hasScripts ? ada.town.addresses.simulator : `${ada.town.addresses.simulator}/?pause=yes`);
  const form = page.locator('form.phone').filter({ has: page.locator('input[type="tel"]') });
  await form.getByLabel('Number', { exact: true }).fill(ada.phone.number);
  await form.getByLabel('The provider').selectOption({ label: behaviour });
  await form.getByRole('button', { name: 'Save' }).click();
  await page.locator('.whose', { hasText: ada.phone.number.slice(-2) }).first().waitFor();
  await page.close();
}
