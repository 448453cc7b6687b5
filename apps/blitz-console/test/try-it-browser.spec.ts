import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Town } from './support/town.ts';

/** What a bare machine may lack. */
const executablePath = '/usr/bin/chromium';

(existsSync(executablePath) ? describe : describe.skip)('in a browser the page on which the admin API is tried', () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    town = await Town.open();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser.close();
    await town.close();
  });

  async function opens(fragment = ''): Promise<{ readonly page: Page; readonly complaints: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const complaints: string[] = [];
    page.on('console', (message) => {
      // That nobody is logged in is said with 401, which Chromium notes.
      if (message.type() === 'error' && !message.location().url.endsWith('/blitz/console/session')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${town.url}/blitz/admin/api/docs${fragment}`);
    await page.waitForSelector('.opblock');
    return { page, complaints };
  }

  it('shows every route of the document, and asks nothing of anybody else', async () => {
    const { page, complaints } = await opens();
    const document = (await (await fetch(`${town.url}/blitz/admin/api/v1/openapi.json`)).json()) as { paths: Record<string, object> };
    const routes = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
    expect(await page.locator('.opblock').count()).toBe(routes.length);
    expect(await page.locator('#who').textContent()).toContain('log in to the console');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('tries a route with a token that is pasted', async () => {
    const { page, complaints } = await opens('#/Applications/getApplications');
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    await page.getByLabel('auth-bearer-value').first().fill(await town.accessToken('w_app'));
    await page.locator('.modal-ux').getByRole('button', { name: 'Apply credentials' }).first().click();
    await page.getByRole('button', { name: 'Close' }).first().click();
    const block = page.locator('#operations-Applications-getApplications');
    await block.getByRole('button', { name: 'Try it out' }).click();
    await block.getByRole('button', { name: 'Execute' }).click();
    await block.locator('.live-responses-table tr.response .response-col_status').filter({ hasText: '200' }).waitFor();
    expect(await block.locator('.live-responses-table').textContent()).toContain('"items"');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
