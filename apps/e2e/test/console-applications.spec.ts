/** An application's life in the console, in a real browser, with real services. */
import { describe, expect } from '@jest/globals';
import { barriersOn, until, type Administrator, type Town } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

/** What blitz-idp says to whoever comes with this secret and a code that there is not. */
async function saidTo(town: Town, clientId: string, secret: string): Promise<unknown> {
  const headers = { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` };
  const body = new URLSearchParams({ grant_type: 'authorization_code', code: 'none', redirect_uri: 'https://shop.example/callback', code_verifier: 'x'.repeat(43) });
  return ((await (await fetch(`${town.addresses.idp}/oauth/te`, { method: 'POST', body, headers })).json()) as { error?: string }).error;
}

/** Within a second; a busy machine may answer late. */
const answers = (town: Town, secret: string, error: string): Promise<true> => until(`the secret is answered with ${error}`, async () => (await saidTo(town, 'the-shop', secret)) === error);

/** Reads the secret in the dialog and closes it for good. */
async function takesSecret({ page }: Administrator): Promise<string> {
  const dialog = page.getByRole('dialog');
  const secret = (await dialog.locator('pre').first().textContent()) ?? '';
  expect(secret).toMatch(/^[\w-]{43}$/);
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await page.content()).not.toContain(secret);
  return secret;
}

describe('an application in the console', () => {
  journey('is made step by step, gets another secret, and is deleted; and another is made where the API is tried', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/applications/new');
    const { page } = edith;
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'A web application on a server' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('The shop');
    expect(await page.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe('the-shop');
    const address = page.getByRole('textbox', { name: 'Redirect addresses, 1' });
    await address.fill('http://shop.example/callback');
    await page.getByRole('button', { name: 'Create the application' }).click();
    await page.getByText('Use https. http is only for localhost').last().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await address.fill('https://shop.example/callback');
    await page.getByRole('button', { name: 'Create the application' }).click();
    const first = await takesSecret(edith);
    await edith.isInside('/applications/known/the-shop');
    await answers(town, first, 'invalid_grant');

    await page.getByRole('button', { name: 'Make another secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make another secret' }).click();
    const second = await takesSecret(edith);
    await answers(town, first, 'invalid_client');
    expect(await saidTo(town, 'the-shop', second)).toBe('invalid_grant');

    await page.reload();
    await page.getByRole('button', { name: 'Delete the application' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Delete the application' }).click();
    const asked = page.getByRole('dialog');
    expect(await asked.getByRole('button', { name: 'Delete the application' }).isDisabled()).toBe(true);
    await asked.getByRole('textbox').fill('the-shop');
    await asked.getByRole('button', { name: 'Delete the application' }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/applications'));
    await answers(town, second, 'invalid_client');
    // That an address was refused is a 422, which browsers note.
    expect(edith.observer.complaints.filter((each) => !each.includes('422'))).toEqual([]);
    edith.observer.complaints.splice(0);

    await page.getByRole('link', { name: 'Try the admin API' }).click();
    await page.getByText('what you send is really done').waitFor();
    const block = page.locator('#operations-Applications-postApplications');
    await block.locator('.opblock-summary-control').click();
    await block.getByRole('button', { name: 'Try it out' }).click();
    await block.locator('textarea').fill(JSON.stringify({ client_id: 'tried', kind: 'native', name: 'Tried', redirect_uris: ['com.example.tried:/cb'] }));
    await block.getByRole('button', { name: 'Execute' }).click();
    await block.locator('.live-responses-table tr.response .response-col_status').filter({ hasText: '201' }).waitFor();
    await edith.opens('/applications?search=tried');
    await page.getByRole('link', { name: 'Tried' }).waitFor();
    expect(edith.observer.complaints).toEqual([]);
  });
});
