/** Settings in the hands of administrators: two at once, the way back, and a blitz.conf that goes out and comes in. */
import { readFile } from 'node:fs/promises';
import { describe, expect } from '@jest/globals';
import { barriersOn, type Administrator } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

const lifetime = (who: Administrator) => who.page.getByLabel('Session lifetime', { exact: true });
const saved = (who: Administrator): Promise<void> => who.page.getByText('Saved', { exact: true }).first().waitFor();

describe('settings', () => {
  journey('are saved by two administrators without one overwriting the other unseen, and gone back to', async (_arrive, town) => {
    const [edith, other] = [await town.administrator(), await town.administrator()];
    await Promise.all([edith.signsIn('/authentication/general'), other.signsIn('/authentication/general')]);
    await twoAtOnce(edith, other);
    await backToAVersion(edith);
    await backToTheFile(edith);
    await outAndIn(edith);
    // A refusal of the server is what a browser calls an error.
    expect([...edith.observer.complaints, ...other.observer.complaints].filter((each) => !each.includes('412'))).toEqual([]);
  });
});

async function twoAtOnce(edith: Administrator, other: Administrator): Promise<void> {
  await lifetime(edith).fill('7200');
  await lifetime(other).fill('9000');
  await edith.sees('that is 2 hours');
  await edith.presses(/^Save$/);
  await saved(edith);
  await other.presses(/^Save$/);
  const dialog = other.page.getByRole('dialog', { name: 'Somebody else saved meanwhile' });
  await dialog.getByText('9,000 seconds (2 hours 30 minutes)').waitFor();
  await dialog.getByText('7,200 seconds (2 hours)').waitFor();
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();
  await saved(other);
  await edith.opens('/configuration');
  await edith.sees(/9,000 seconds \(2 hours 30 minutes\)\s+Edith Clarke/);
  expect(await barriersOn(edith.page)).toEqual([]);
}

async function backToAVersion(edith: Administrator): Promise<void> {
  await edith.link('History').click();
  await edith.isAt('History');
  await edith.presses('Go back to it: Version 1');
  const dialog = edith.page.getByRole('dialog', { name: 'Go back to version 1?' });
  await dialog.getByText('9,000 seconds (2 hours 30 minutes) → 7,200 seconds (2 hours)').waitFor();
  await dialog.getByRole('button', { name: 'Go back to it' }).click();
  await edith.sees('Version 3');
  expect(await barriersOn(edith.page)).toEqual([]);
}

async function backToTheFile(edith: Administrator): Promise<void> {
  await edith.opens('/authentication/general');
  await edith.presses('Back to blitz.conf: 10,800 seconds (3 hours), Session lifetime');
  await edith.sees('Will follow blitz.conf again when saved.');
  expect(await lifetime(edith).inputValue()).toBe('10800');
  await edith.presses(/^Save$/);
  await saved(edith);
  await edith.opens('/configuration');
  await edith.sees('Nothing is saved: blitz.conf says it all');
}

async function outAndIn(edith: Administrator): Promise<void> {
  await edith.link('Export and import').click();
  await edith.isAt('Export and import');
  const [download] = await Promise.all([edith.page.waitForEvent('download'), edith.link('Export blitz.conf').click()]);
  const text = await readFile(await download.path(), 'utf8');
  const edited = text.replace('"ttlInSec" = 10800', '"ttlInSec" = 9000\n"nobody-knows" = 1');
  expect(edited).not.toBe(text);
  await edith.page.getByLabel('Choose a file').setInputFiles({ name: 'blitz.conf', mimeType: 'text/plain', buffer: Buffer.from(edited.replace('= 9000', '= 9')) });
  await edith.presses('See what would change');
  await edith.sees('expected a whole number from 60 to 2592000 (seconds).');
  await edith.field('Text of the blitz.conf').fill(edited);
  await edith.presses('See what would change');
  await edith.sees('is not known here and has no effect.');
  await edith.sees('9,000 seconds (2 hours 30 minutes)');
  expect(await barriersOn(edith.page)).toEqual([]);
  await edith.presses('Save 1 change');
  await edith.sees('Imported. In force in every service within a second.');
}
