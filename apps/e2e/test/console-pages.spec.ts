/** Every page of the console: for everybody, on every screen, in both languages and themes. */
import { describe, expect } from '@jest/globals';
import { barriersOn, consoleAddresses, until, type Administrator, type Town } from '../src/index.ts';
import { journey, withConsole } from './support/journeys.ts';

withConsole();

const sizes = [{ width: 1280, height: 800 }, { width: 360, height: 740 }];
const nothingThere = /^(There is no such page|Такой страницы нет|This page broke|Страница сломалась)$/;

/** What slides away when the screen gets narrow covers what axe looks at; what turns for ever is not waited for. */
const standsStill = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  Promise.allSettled(ending.map(({ finished }) => finished)).then(() => done());
})))`;

/** What is wrong with the page at an address, a line each. */
async function faultsAt(edith: Administrator, address: string): Promise<readonly string[]> {
  const faults: string[] = [];
  await edith.opens(address);
  for (const size of sizes) {
    await edith.page.setViewportSize(size);
    await isThere(edith).catch(() => faults.push('it does not stop loading'));
    await edith.page.evaluate(standsStill);
    const heading = await edith.page.locator('#content h1').first().innerText();
    if (nothingThere.test(heading)) faults.push(`“${heading}”`);
    faults.push(...(await lastingBarriers(edith)));
    const width = (): Promise<number> => edith.page.evaluate<number>('document.documentElement.scrollWidth');
    // A page that was made narrower takes a moment to settle.
    await until('it fits', async () => (await width()) <= size.width, 3_000).catch(async () => faults.push(`can be scrolled sideways: ${String(await width())} px`));
    if (faults.length > 0) return faults.map((fault) => `${address} at ${String(size.width)} px: ${fault}`);
  }
  return faults;
}

/** What axe finds twice: on a busy machine a page is still on its way when it is looked at first. */
async function lastingBarriers({ page }: Administrator): Promise<readonly string[]> {
  const first = await barriersOn(page);
  return first.length === 0 ? first : barriersOn(page);
}

/** Its heading, and what it shows: nothing is grey lines any more. */
async function isThere({ page }: Administrator): Promise<void> {
  await page.locator('#content h1').first().waitFor();
  await page.locator('#content .mantine-Skeleton-root').first().waitFor({ state: 'detached', timeout: 15_000 });
}

const sections = ['authentication', 'users', 'applications', 'events', 'calls', 'administrators', 'configuration'];
const inside = new Map<string, Promise<Administrator>>();

/** One administrator for each language and theme: whoever logs in is called, and that takes its time. */
function somebodyInside(town: Town, language: 'en-GB' | 'ru-RU', dark: boolean): Promise<Administrator> {
  const key = `${language} ${String(dark)}`;
  const there = inside.get(key) ?? town.administrator({ language, dark }).then(async (edith) => {
    await edith.signsIn('/authentication/general');
    return edith;
  });
  inside.set(key, there);
  return there;
}

/** Each language, each theme, each width: axe takes seconds for a page, and colours don't depend on words. */
const views = [
  { language: 'en-GB', dark: false, words: 'in English, light' },
  { language: 'ru-RU', dark: true, words: 'in Russian, dark' },
] as const;

describe('each page can be used by everybody, and fits the screen', () => {
  for (const { language, dark, words } of views) {
    for (const section of sections) {
      journey(`${section}, ${words}`, async (_arrive, town) => {
        const edith = await somebodyInside(town, language, dark);
        const tab = await edith.anotherTab();
        const faults: string[] = [];
        const addresses = (await consoleAddresses(edith)).filter((address) => address.startsWith(`/${section}`));
        for (const address of addresses) faults.push(...(await faultsAt(tab, address)));
        await tab.page.close();
        expect(addresses).not.toEqual([]);
        expect(faults).toEqual([]);
        expect(edith.observer.complaints).toEqual([]);
      });
    }
  }
});

describe('the frame of all pages', () => {
  journey('is used with the keyboard alone: past the navigation, to a section, and the heading is read out', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/authentication/general');
    await edith.opens('/authentication/general');
    await isThere(edith);
    await edith.page.keyboard.press('Tab');
    expect(await focused(edith)).toBe('Skip to the content');
    await edith.page.keyboard.press('Enter');
    expect(await edith.page.evaluate('document.activeElement.id')).toBe('content');
    await edith.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Users' }).focus();
    await edith.page.keyboard.press('Enter');
    await edith.isAt('Users');
    expect(await focused(edith)).toBe('Users');
    expect(await edith.page.title()).toBe('Users · Blitz console');
  });

  journey('keeps the language and the theme that were chosen, from the first moment on', async (_arrive, town) => {
    const edith = await town.administrator();
    await edith.signsIn('/authentication/general');
    await edith.button(/^Language/).click();
    await edith.page.getByRole('menuitem', { name: 'Русский' }).click();
    await edith.isAt('Общие настройки');
    await edith.button(/^Оформление/).click();
    await edith.page.getByRole('menuitem', { name: 'Тёмное' }).click();
    // What is there before any script of ours but the small one has run.
    await edith.page.route('**/assets/*.js', (route) => route.abort());
    await edith.opens('/authentication/general').catch(() => undefined);
    expect(await edith.page.evaluate("[document.documentElement.lang, document.documentElement.dataset.mantineColorScheme, getComputedStyle(document.documentElement).backgroundColor]")).toEqual(['ru', 'dark', 'rgb(12, 15, 22)']);
  });

  journey('fits a telephone: the sections open from a button, and close when one is chosen', async (_arrive, town) => {
    const edith = await town.administrator({ size: { width: 360, height: 740 } });
    await edith.signsIn('/authentication/general');
    const users = edith.page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Users' });
    expect(await users.isVisible()).toBe(false);
    await edith.presses('Open the menu');
    await users.click();
    await edith.isAt('Users');
    await users.waitFor({ state: 'hidden' });
  });

  journey('shows only what the role opens, whatever the address', async (_arrive, town) => {
    const edith = await town.administrator({ who: town.people.administrator('support') });
    await edith.signsIn('/users');
    const sections = await edith.page.getByRole('navigation', { name: 'Sections' }).getByRole('link').allInnerTexts();
    expect(sections).toEqual(['Users', 'Events', 'Calls']);
    await edith.opens('/administrators');
    await edith.isAt('There is no such page');
  });
});

async function focused({ page }: Administrator): Promise<unknown> {
  return page.evaluate('document.activeElement.textContent');
}
