/** Who may work in the console: one administrator appoints, changes and removes another, in a real browser. */
import { describe, expect } from '@jest/globals';
import { barriersOn } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

describe('an administrator appoints others', () => {
  journey('finds an account, sees what is missing, gives a role, changes it and takes it away; the other is out with the next click', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/administrators');
    const ada = town.people.withPhone();
    await edith.link('Add an administrator').click();
    await edith.isAt('Add an administrator');
    await edith.field('Login, e-mail address or telephone number').fill('nobody-at-all');
    await edith.presses('Find');
    await edith.sees('Nobody has this login');
    await edith.field('Login, e-mail address or telephone number').fill(ada.login);
    await edith.presses('Find');
    await edith.sees('Can be called');
    await edith.presses('Make them an administrator');
    await edith.sees('another look');
    expect(await barriersOn(edith.page)).toEqual([]);
    await edith.page.getByRole('checkbox', { name: 'Support' }).check();
    await edith.presses('Make them an administrator');
    await edith.isAt('Administrators');

    const support = await town.administrator({ who: ada });
    await support.signsIn('/users');
    await support.opens('/administrators');
    await support.isAt('There is no such page');

    await edith.page.goto(`${town.addresses.console}/administrators`);
    await edith.page.getByRole('row').filter({ has: edith.page.getByText(ada.login, { exact: true }) }).getByRole('link').click();
    await edith.isAt('Ada Lovelace');
    await edith.page.getByRole('checkbox', { name: 'System' }).check();
    await edith.presses('Save');
    await edith.sees('Saved');
    await support.opens('/authentication/general');
    await support.isAt(/^General/);

    await edith.presses('Remove as an administrator');
    await edith.page.getByRole('dialog').getByRole('button', { name: 'Remove as an administrator' }).click();
    await edith.isAt('Administrators');
    await support.page.reload();
    await support.isAt('You are no administrator here');
    expect(edith.observer.complaints.filter((each) => !each.startsWith('422 for'))).toEqual([]);
  });

  journey('nobody decides about themselves, and the page says so', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/administrators');
    await edith.page.getByRole('row').filter({ has: edith.page.getByText('you', { exact: true }) }).getByRole('link').click();
    await edith.sees('These are your own roles: somebody else has to change them.');
    expect(await edith.button('Remove as an administrator').isDisabled()).toBe(true);
    expect(edith.observer.complaints).toEqual([]);
  });

  journey('five minutes after the login they prove themselves again, and what was chosen is still there', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/administrators');
    const who = town.people.withPhone();
    await edith.hasLoggedInLongAgo();
    await edith.opens(`/administrators/new?login=${who.login}`);
    await edith.page.getByRole('checkbox', { name: 'Support' }).check();
    await edith.presses('Make them an administrator');
    await edith.presses('Log in to confirm');
    await edith.field('Login').waitFor();
    await edith.provesThemselves();
    await edith.isInside(`/administrators/new?login=${who.login}`);
    expect(await edith.page.getByRole('checkbox', { name: 'Support' }).isChecked()).toBe(true);
    await edith.presses('Make them an administrator');
    await edith.isAt('Administrators');
  });
});
