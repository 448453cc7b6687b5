/** What somebody has typed in the console, and what can come between them and saving it. */
import { describe, expect } from '@jest/globals';
import type { Administrator } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

const submit = 'Create the account';

async function types(edith: Administrator, login: string): Promise<void> {
  await edith.page.getByRole('textbox', { name: 'Login' }).fill(login);
  await edith.page.getByRole('textbox', { name: /^First name/ }).fill('Ada');
}

const typed = (edith: Administrator): Promise<string[]> =>
  Promise.all([edith.page.getByRole('textbox', { name: 'Login' }), edith.page.getByRole('textbox', { name: /^First name/ })].map((field) => field.inputValue()));

/** It is over for the server as for this browser; so is the one at blitz-idp. */
async function sessionEnds(edith: Administrator): Promise<void> {
  await edith.context.clearCookies();
}

/** Refused requests are what these stories are about. */
function forgetRefusals({ observer }: Administrator): void {
  const others = observer.complaints.filter((complaint) => !/^401 for /.test(complaint));
  observer.complaints.splice(0, observer.complaints.length, ...others);
}

describe('a session that ends while somebody types', () => {
  journey('is said in words; after logging in again what was typed is there, and can be saved', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/users/new');
    await types(edith, 'countess');
    await sessionEnds(edith);
    await edith.presses(submit);
    const dialog = edith.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByRole('button', { name: 'Log in again' }).click();
    await edith.field(/^Login$/).waitFor();
    await edith.provesThemselves();
    await edith.isInside('/users/new');
    await edith.sees('What you typed here before is still there.');
    expect(await typed(edith)).toEqual(['countess', 'Ada']);
    await edith.presses(submit);
    await edith.page.waitForURL(/\/users\/[0-9a-f-]{36}\/security$/);
    // Once it is saved it is no draft any more.
    await edith.opens('/users/new');
    await edith.page.getByRole('textbox', { name: 'Login' }).waitFor();
    expect(await typed(edith)).toEqual(['', '']);
    forgetRefusals(edith);
    expect(edith.observer.complaints).toEqual([]);
  });

  journey('leaves nothing behind for the next person at this browser', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/users/new');
    await types(edith, 'left-behind');
    await edith.button(/Edith Clarke/).click();
    await edith.page.getByRole('menuitem', { name: 'Log out' }).click();
    await edith.isAt('Log out?');
    expect(await edith.page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('left-behind');
  });
});

describe('leaving a page with unsaved changes', () => {
  journey('is asked about first: staying keeps them, leaving loses them', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/users/new');
    await types(edith, 'undecided');
    const events = edith.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Events' });
    await events.click();
    await edith.page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay here' }).click();
    expect(await typed(edith)).toEqual(['undecided', 'Ada']);
    await events.click();
    await edith.presses('Leave and lose the changes');
    await edith.isAt('Events');
    await edith.opens('/users/new');
    await edith.page.getByRole('textbox', { name: 'Login' }).waitFor();
    expect(await typed(edith)).toEqual(['', '']);
  });
});
