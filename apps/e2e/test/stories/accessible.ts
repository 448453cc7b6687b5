import { describe, expect } from '@jest/globals';
import { barriersOn, type Visitor } from '../../src/index.ts';
import { journey } from '../support/journeys.ts';

describe('everybody can log in', () => {
  journey('with the keyboard alone', async (arrive) => {
    const ada = await arrive();
    const { keyboard } = ada.page;
    await ada.opensDemo();
    await tabsTo(ada, 'Log in');
    await keyboard.press('Enter');
    await ada.isAt('Log in');
    // The cursor stands where the typing begins.
    await keyboard.type(ada.who.login);
    await keyboard.press('Tab');
    await keyboard.type(ada.who.password);
    await keyboard.press('Enter');
    await ada.isAt('Confirm with an incoming call');
    await tabsTo(ada, 'Call me');
    await keyboard.press('Enter');
    await ada.sees('We called you.');
    await keyboard.type(await ada.phone.wrongDigits());
    await ada.sees('2 tries left');
    await keyboard.type(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await tabsTo(ada, 'Don’t trust');
    await keyboard.press('Space');
    await ada.isLoggedIn();
    await tabsTo(ada, 'Log out');
    await keyboard.press('Enter');
    await ada.isAt('Log out?');
    await tabsTo(ada, 'Log out');
    await keyboard.press('Enter');
    await ada.isAt('Log in with a call to your phone');
  });

  journey('no page of a login that succeeds has a barrier', async (arrive, { addresses }) => {
    const ada = await arrive();
    await ada.opensDemo();
    await hasNoBarrier(ada);
    await ada.logsIn();
    await hasNoBarrier(ada);
    await ada.typesPassword('not this one');
    await ada.sees('The login or the password is wrong.');
    await hasNoBarrier(ada);
    await ada.typesPassword();
    await ada.isAt('Confirm with an incoming call');
    await hasNoBarrier(ada);
    await ada.asksForCall();
    await ada.sees('We called you.');
    const telephone = await ada.anotherTab();
    await telephone.page.goto(addresses.simulator);
    await hasNoBarrier(telephone);
    await hasNoBarrier(ada);
    await ada.types(await ada.phone.wrongDigits());
    await ada.sees('These are not the digits.');
    await hasNoBarrier(ada);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await hasNoBarrier(ada);
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
    await hasNoBarrier(ada);
    await ada.presses('Log out');
    await ada.isAt('Log out?');
    await hasNoBarrier(ada);
  });

  journey('no page that says what went wrong has a barrier', async (arrive, { people, addresses }) => {
    const grace = await arrive({ who: people.withoutPhone() });
    await grace.logsIn();
    await grace.typesPassword();
    await grace.isAt('There is no number to call');
    await hasNoBarrier(grace);

    const ada = await (await arrive()).atTheCode();
    await grace.page.goto(ada.page.url());
    await grace.isAt('This login is not open here');
    await hasNoBarrier(grace);
    await grace.page.goto(`${addresses.idp}/nothing`);
    await hasNoBarrier(grace);

    const wrong = await ada.phone.wrongDigits();
    for (const next of ['2 tries left', '1 try left', 'These digits no longer help']) {
      await ada.types(wrong);
      await ada.sees(next);
    }
    await hasNoBarrier(ada);
    await ada.button('Call again').click();
    await ada.phone.rang(2);
    await ada.types(await ada.phone.wrongDigits());
    await ada.isAt('Calls to you are paused');
    await hasNoBarrier(ada);
    await ada.presses('Cancel and go back to the application');
    await ada.isAt('The login was not completed');
    await hasNoBarrier(ada);
  });
});

/** Goes from one control to the next until it is this one; each shows where the focus is. */
async function tabsTo({ page }: Visitor, name: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('Tab');
    const [text, outlined] = await page.evaluate<[string, boolean]>(
      '(() => { const e = document.activeElement; const s = getComputedStyle(e); return [e.textContent.trim(), s.outlineStyle !== "none" || s.boxShadow !== "none"] })()',
    );
    expect([text, outlined]).toEqual([text, true]);
    if (text === name) return;
  }
  throw new Error(`${name} can't be reached with the Tab key`);
}

/** For tools that look at the page in light and in dark; and on a small phone nothing has to be moved sideways to be read. */
async function hasNoBarrier({ page }: Visitor): Promise<void> {
  const title = await page.title();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect([title, colorScheme, ...(await barriersOn(page))]).toEqual([title, colorScheme]);
  }
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - 320');
  expect([title, overflow]).toEqual([title, 0]);
  await page.setViewportSize(size);
}
