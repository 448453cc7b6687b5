import { describe, expect } from '@jest/globals';
import { until, type Visitor } from '../../src/index.ts';
import { journey } from '../support/journeys.ts';

describe('the page of the digits lives', () => {
  journey('it shows how a slow call gets on, without a reload', async (arrive) => {
    const ada = await (await arrive()).atTheOffer();
    await ada.phone.behaves('slow', 8_000);
    await ada.asksForCall();
    await marks(ada);
    await ada.sees('We are calling you. Don’t answer, look at the number.');
    expect(await ada.page.locator('#expiry').isVisible()).toBe(false);
    await ada.sees('We called you. The number is on your phone’s screen');
    await ada.sees(/The digits are valid for [12]:\d\d/);
    expect(await isMarked(ada)).toBe(true);
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });

  journey('it rings once, however often the button is pressed', async (arrive) => {
    const ada = await (await arrive()).atTheOffer();
    await ada.button('Call me').dblclick();
    await ada.sees('We called you.');
    expect((await ada.phone.calls()).length).toBe(1);

    // Two tabs with the same offer, pressed at the same time.
    const eve = await (await arrive()).atTheOffer();
    const other = await eve.anotherTab();
    await other.page.goto(eve.page.url());
    await Promise.all([eve.presses('Call me'), other.presses('Call me')]);
    await Promise.all([eve.sees('We called you.'), other.sees('We called you.')]);
    expect((await eve.phone.calls()).length).toBe(1);
  });

  journey('the last digit sends the code, typed key by key', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await ada.page.keyboard.type(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
  });

  journey('the whole number can be pasted', async (arrive) => {
    const ada = await arrive();
    await ada.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await ada.atTheCode();
    const number = (await ada.phone.caller()).replace(/^(\+7)(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 ($2) $3-$4-$5');
    await ada.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(number)})`);
    await ada.digits.focus();
    await ada.page.keyboard.press('Control+V');
    await ada.isAt('Trust this browser?');
  });

  journey('the countdown reaches zero, and another call can be asked for', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    await marks(ada);
    const again = ada.button(/^Call again/);
    // As the page came; a busy machine may look at it when the wait is over.
    expect(Number(await again.getAttribute('data-wait'))).toBeGreaterThan(0);
    expect(await again.innerText()).toMatch(/^Call again( in 0:\d\d)?$/);
    const first = await ada.phone.lastDigits();
    await until('the button can be pressed', () => again.isEnabled());
    expect(await again.innerText()).toBe('Call again');
    expect(await isMarked(ada)).toBe(true);

    await again.click();
    await ada.phone.rang(2);
    await ada.sees('We called you.');
    // A new call kills the old code; by chance, one time in ten thousand, they are the same.
    const second = await ada.phone.lastDigits();
    if (first !== second) {
      await ada.types(first);
      await ada.sees('These are not the digits.');
    }
    await ada.types(second);
    await ada.isAt('Trust this browser?');
  });

  journey('what happens in one tab is seen in the other', async (arrive) => {
    const ada = await (await arrive()).atTheCode();
    const other = await ada.anotherTab();
    await other.page.goto(ada.page.url());
    await other.sees('3 tries left');
    await ada.types(await ada.phone.wrongDigits());
    await other.sees('2 tries left');
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Trust this browser?');
    await other.isAt('Trust this browser?');
  });
});

/** A mark that a reload would wipe out. */
async function marks({ page }: Visitor): Promise<void> {
  await page.evaluate('globalThis.sameDocument = true');
}

function isMarked({ page }: Visitor): Promise<boolean> {
  return page.evaluate<boolean>('globalThis.sameDocument === true');
}
