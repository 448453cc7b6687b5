/** The way of the vendor's guide, in a real browser: from a blitz.conf that only lists the method to a person who logs in with a call. */
import { describe, expect } from '@jest/globals';
import { barriersOn, until, type Administrator, type Town } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole({ begins: true });

const api = '/blitz/admin/api/v1';
const labels = [
  'Code length',
  'Validity period',
  'Number of attempts per login',
  'Total number of attempts',
  'Blocking time when the total number of attempts is exceeded, in minutes',
  "Name of the attribute with the user's mobile number",
];

/** Nobody can confirm a login yet: whoever runs the installation makes them a link. */
async function enters(town: Town): Promise<Administrator> {
  const edith = await town.administrator();
  const printed = await town.operator.administers('link', '--login', edith.who.login);
  await edith.page.goto(/\S+\/enter#\S+/.exec(printed)?.[0] ?? '');
  await edith.presses('Enter');
  await edith.isInside();
  return edith;
}

describe('the way of the guide', () => {
  journey('leads from blitz.conf to a person who logs in with a call', async (arrive, town) => {
    const edith = await enters(town);
    await edith.opens('/authentication/second');
    await edith.sees('blitz.conf lists no method here');

    await listed(edith);
    await settingsSaved(edith);
    await driverWritten(edith);
    await switchedOn(edith);

    const ada = await (await arrive()).atTheCode();
    const code = await ada.phone.lastDigits(5);
    expect(code).toHaveLength(5);
    await ada.types(code);
    await ada.presses('Don’t trust');
    await ada.isLoggedIn();
    expect((await ada.token())['amr']).toEqual(expect.arrayContaining(['pwd', 'tel', 'mfa']));
    expect(edith.observer.complaints).toEqual([]);
  }, { language: 'en-GB' });
});

/** Step 1: listed in the file, it stands in the console, switched off, and can't be switched on. */
async function listed(edith: Administrator): Promise<void> {
  await edith.town.operator.listsIncomingCalls();
  await edith.town.restarts();
  await edith.opens('/authentication/second');
  await edith.sees('Confirmation by Incoming Call');
  await edith.sees('not configured');
  expect(await edith.page.getByRole('switch', { name: 'Switch on: Confirmation by Incoming Call' }).isDisabled()).toBe(true);
  await edith.sees('Look through its settings and save them.');
  await edith.sees('Set up a procedure that makes the calls, and switch it on.');
  expect(await barriersOn(edith.page)).toEqual([]);
}

/** Step 2: the guide's six settings with its labels; saving them shows the tab of the driver. */
async function settingsSaved(edith: Administrator): Promise<void> {
  const driver = edith.link('Phone Call Provider Driver');
  await edith.link('Confirmation by a Phone Call').click();
  await edith.isAt('Confirmation by a Phone Call');
  for (const label of labels) await edith.page.getByLabel(label, { exact: true }).first().waitFor();
  expect(await driver.count()).toBe(0);
  const attribute = edith.page.getByLabel("Name of the attribute with the user's mobile number", { exact: true }).first();
  await until('the attribute tells how many could be called', async () => /^phone_number \(\d+ with a valid number\)$/.test(await attribute.inputValue()));
  await edith.sees('Odds of guessing in one login: 1 in 3,333');
  await edith.sees('NIST SP 800-63B-4 asks for at least 6 digits; this is 4.');
  const length = edith.page.getByLabel('Code length', { exact: true });
  await length.fill('11');
  await edith.sees('Expected: a whole number from 3 to 10 (digits).');
  await length.fill('5');
  await edith.sees('Odds of guessing in one login: 1 in 33,333');
  expect(await barriersOn(edith.page)).toEqual([]);
  await edith.presses('Save');
  await edith.sees('Saved. In force in every service within a second.');
  await driver.first().waitFor();
}

/** Step 3, as a program does it: who makes the calls. */
async function driverWritten(edith: Administrator): Promise<void> {
  const { simulator } = edith.town.addresses;
  const hosts = [new URL(simulator).host];
  const template = (await asks(edith, 'GET', 'templates/vendor-example')) as { readonly source: string };
  const source = template.source.replace(/^const base = '[^']*';$/m, `const base = '${simulator}';`);
  await asks(edith, 'PUT', 'secrets/token', { value: edith.town.operator.token, hosts });
  await asks(edith, 'PUT', 'procedures/simulator', { name: 'Simulator', source, hosts }, { 'if-none-match': '*' });
  await asks(edith, 'PUT', 'plan', { entries: [{ procedure: 'simulator', destinations: [], enabled: true }] }, { 'if-none-match': '*' });
}

/** Step 4: nothing is lacking any more. */
async function switchedOn(edith: Administrator): Promise<void> {
  await edith.opens('/authentication/second');
  const toggle = edith.page.getByRole('switch', { name: 'Switch on: Confirmation by Incoming Call' });
  await toggle.waitFor();
  expect(await toggle.isEnabled()).toBe(true);
  // The switch itself is drawn by what stands beside it.
  await toggle.press('Space');
  await edith.presses('Save');
  await edith.page.getByText('Saved', { exact: true }).waitFor();
  await edith.page.getByRole('list', { name: 'Second factors, in order' }).getByText('on', { exact: true }).waitFor();
}

/** With the session of whoever sits at the browser. */
async function asks(edith: Administrator, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const session = (await (await edith.page.request.get(`${edith.town.addresses.console}/session`)).json()) as { readonly csrf_token: string };
  const answer = await edith.page.request.fetch(new URL(`${api}/${path}`, edith.town.addresses.console).href, {
    method, headers: { 'x-blitz-csrf': session.csrf_token, ...headers }, ...(body === undefined ? {} : { data: body }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${String(answer.status())} ${await answer.text()}`);
  return answer.status() === 204 ? undefined : (answer.json() as Promise<unknown>);
}
