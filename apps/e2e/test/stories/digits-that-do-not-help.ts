import { describe, expect } from '@jest/globals';
import { until, type Visitor } from '../../src/index.ts';
import { journeyEitherWay } from '../support/journeys.ts';

describe('digits that do not help', () => {
  journeyEitherWay('wrong ones cost a try, and the right ones still help', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.types(await ada.phone.wrongDigits());
    await ada.sees('These are not the digits. Look at the number in your list of calls once more.');
    await ada.sees('2 tries left');
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });

  journeyEitherWay('what can’t be a code costs nothing', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    for (const typed of ['', '12', 'abcd']) {
      await ada.digits.fill(typed);
      await ada.presses('Continue');
      await ada.sees('Type exactly 4 digits. This did not count as a try.');
      await ada.sees('3 tries left');
      await ada.page.reload();
    }
  });

  journeyEitherWay('too many wrong ones burn the code: only another call helps', async (arrive) => {
    const ada = await burned(await arrive());
    await ada.sees('Ask for another call: it will come from a different number.');
    await asksForAnother(ada);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    expect((await ada.phone.calls()).length).toBe(2);
  });

  journeyEitherWay('after too many calls and entries all calls to the account are paused', async (arrive, town) => {
    const ada = await burned(await arrive());
    await asksForAnother(ada);
    const right = await ada.phone.lastDigits();
    await ada.types(await ada.phone.wrongDigits());
    await ada.isAt('Calls to you are paused');
    await ada.sees(/You can ask for a call again in \d+ minutes? \((?:on \d+ \w+ )?at \d\d:\d\d/);
    await ada.sees('Come back then, or ask your administrator for another way to confirm.');
    expect(await ada.digits.count()).toBe(0);

    // Not at home either: the block is the account's. Home has a login of its own.
    const atHome = await town.visitor({ ...ada.habits, who: ada.who });
    await atHome.logsIn();
    await atHome.typesPassword();
    await atHome.isAt('Calls to you are paused');
    expect(await atHome.words()).not.toContain(right);
    expect((await ada.phone.calls()).length).toBe(2);

    // The way on: back in the application, somebody may log in anew.
    await ada.presses('Cancel and go back to the application');
    await ada.isAt('The login was not completed');
    await ada.link('Try again').click();
    await ada.isAt('Log in');
  });
});

async function burned(ada: Visitor): Promise<Visitor> {
  await ada.atTheCode();
  const wrong = await ada.phone.wrongDigits();
  for (const left of ['2 tries left', '1 try left']) {
    await ada.types(wrong);
    await ada.sees(left);
  }
  await ada.types(wrong);
  await ada.isAt('These digits no longer help');
  return ada;
}

/** With scripts the button counts down and can be pressed then; without, pressing it too early is answered by how long to wait. */
async function asksForAnother(ada: Visitor): Promise<void> {
  if (ada.hasScripts) await ada.presses('Call again');
  else await pressesUntilCalled(ada);
  await ada.phone.rang(2);
  await ada.digits.waitFor();
}

async function pressesUntilCalled(ada: Visitor): Promise<void> {
  await until('the wait is over', async () => {
    if ((await ada.digits.count()) === 0) await ada.presses('Call again');
    return (await ada.digits.count()) > 0;
  });
}
