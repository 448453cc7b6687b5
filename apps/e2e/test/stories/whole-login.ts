import { describe, expect } from '@jest/globals';
import { until, type Visitor } from '../../src/index.ts';
import { journey, journeyEitherWay } from '../support/journeys.ts';

describe('a whole login', () => {
  journeyEitherWay('goes from the application to the telephone and back', async (arrive) => {
    const ada = await arrive();
    await ada.logsIn();
    await ada.sees('to continue to Demo application');
    await ada.typesPassword();

    await ada.isAt('Confirm with an incoming call');
    await ada.sees(new RegExp(`We will call ${masked(ada)}.*from an unknown number`));
    await ada.sees('Don’t answer. The call costs you nothing.');
    await ada.sees('Type the last 4 digits of the number that calls.');
    const telephone = await ada.anotherTab();
    await telephone.page.goto(ada.town.addresses.simulator);
    expect(await ada.phone.calls()).toEqual([]);

    await ada.presses('Call me');
    const digits = await ringingOn(telephone);
    await ada.isAt('Type the last 4 digits');
    expect(await ada.page.locator('.cells span').count()).toBe(4);
    await ada.sees('We called you. The number is on your phone’s screen');
    await ada.sees('3 tries left');
    await ada.sees(/The digits are valid for [12]:\d\d/);
    await ada.sees(ada.hasScripts ? /Call again( in 0:\d\d)?/ : /You can ask for another call in \d+ seconds?/);

    await ada.types(digits);
    await ada.isAt('Trust this browser?');
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
    expect(await ada.token()).toMatchObject({ amr: ['pwd', 'tel', 'mfa', 'mca'], acr: 'urn:blitz:acr:two-factors', aud: 'demo' });
    expect((await ada.phone.calls()).length).toBe(1);
  });

  journeyEitherWay('speaks Russian to whoever reads Russian', async (arrive) => {
    const ada = await arrive({ language: 'ru-RU' });
    await ada.logsIn();
    await ada.isAt('Вход');
    await ada.typesPassword();
    await ada.isAt('Подтвердите вход звонком');
    await ada.sees(new RegExp(`Мы позвоним на ${masked(ada)}.*с незнакомого номера`));
    await ada.asksForCall();
    await ada.isAt(/Введите последние 4 цифры/);
    await ada.sees('Осталось 3 попытки');
    await ada.types(await ada.phone.wrongDigits());
    await ada.sees('Это не те цифры.');
    await ada.types(await ada.phone.lastDigits());
    await ada.isAt('Доверять этому браузеру?');
    await ada.presses('Не доверять');
    await ada.isLoggedIn();
  });

  journeyEitherWay('keeps the language that was chosen on the page', async (arrive) => {
    const ada = await arrive();
    await ada.logsIn();
    await ada.link('Русский').click();
    await ada.isAt('Вход');
    expect(await ada.page.locator('html').getAttribute('lang')).toBe('ru');
    await ada.typesPassword();
    await ada.isAt('Подтвердите вход звонком');
    await ada.link('English').click();
    await ada.isAt('Confirm with an incoming call');
    await ada.link('Русский').click();

    // Another login, another page: the choice is still there.
    await ada.context.clearCookies({ name: 'blitz_login' });
    await ada.logsIn();
    await ada.isAt('Вход');
  });

  journey('follows the application’s wish for a language', async (arrive, { addresses }) => {
    const ada = await arrive();
    await ada.page.goto(`${addresses.demo}/login?ui_locales=ru`);
    await ada.isAt('Вход');
  });
});

/** As the pages write the number: country, dots, the last four digits. */
function masked({ phone }: Visitor): string {
  const [, ab, cd] = /(\d\d)(\d\d)$/.exec(phone.number) ?? [];
  return `\\+7 ··· ··· ${String(ab)} ${String(cd)}`;
}

/** Looks at the telephone's page until this person's call rings there, and reads the last digits of the caller's number. */
async function ringingOn(telephone: Visitor): Promise<string> {
  const { page } = telephone;
  const mine = page.getByRole('row').filter({ has: page.locator('.to .number', { hasText: telephone.phone.number.slice(-2) }) });
  await until('the telephone rings on its page', async () => {
    if (!telephone.hasScripts) await page.reload();
    return (await mine.count()) > 0;
  });
  expect(await page.title()).toContain('Incoming call');
  expect(await mine.locator('.state').innerText()).toBe('Ringing');
  const digits = (await mine.locator('.from b').innerText()).replace(/\D/g, '');
  expect(digits).toBe(await telephone.phone.lastDigits());
  return digits;
}
