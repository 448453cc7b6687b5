/** Into the console and out of it again, in a real browser, with password and call. */
import { describe, expect } from '@jest/globals';
import { barriersOn } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

const linkIn = (printed: string): string => /\S+\/enter#\S+/.exec(printed)?.[0] ?? '';

describe('an administrator', () => {
  journey('logs in with password and call, ends where they wanted to be, and leaves for good', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/administrators?from=a-link');
    expect(new URL(edith.page.url()).search).toBe('?from=a-link');
    expect((await edith.context.cookies()).find(({ name }) => name === 'blitz-console')).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    // The way back: what is over is over, and nobody is shown an error for it.
    await edith.opens('/login/callback?state=old&code=old');
    await edith.isInside('/');

    await edith.button(/Edith Clarke/).click();
    await edith.page.getByRole('menuitem', { name: 'Log out' }).click();
    await edith.isAt('Log out?');
    await edith.presses('Log out');
    await edith.isAt('You are logged out');
    await edith.opens('/administrators');
    await edith.field('Login').waitFor();
    expect(edith.observer.complaints).toEqual([]);
  });

  journey('who lost their telephone enters by a link of the command line, once', async (arrive, town) => {
    const grace = town.people.withoutPhone();
    const link = linkIn(await town.operator.administers('create', '--login', grace.login, '--role', 'support'));
    const visitor = await arrive({ who: grace });
    await visitor.page.goto(link);
    await visitor.isAt('Enter the console');
    expect(visitor.page.url()).not.toContain('#');
    expect(await barriersOn(visitor.page)).toEqual([]);
    await visitor.link('Русский').click();
    await visitor.isAt('Вход в консоль');
    await visitor.presses('Войти');
    await visitor.page.locator('#content h1').first().waitFor();
    expect(visitor.observer.requests.join()).not.toContain(new URL(link).hash.slice(1));

    const second = await arrive({ who: grace });
    await second.page.goto(link);
    await second.presses('Enter');
    await second.isAt('This link does not work any more');
    second.observer.complaints.splice(0, 1);
  });

  journey('is who has a role: anybody else is told so', async (arrive, town) => {
    const ada = await arrive();
    await ada.page.goto(`${town.addresses.console}/users`);
    await ada.typesPassword();
    await ada.asksForCall();
    await ada.sees('We called you');
    await ada.types(await ada.phone.lastDigits());
    await ada.presses('Don’t trust');
    await ada.isAt('You are no administrator here');
    expect(await barriersOn(ada.page)).toEqual([]);
    expect((await ada.context.cookies()).map(({ name }) => name)).not.toContain('blitz-console');
  }, { language: 'en-GB' });
});
