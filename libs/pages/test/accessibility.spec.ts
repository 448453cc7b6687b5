import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { gallery } from '../src/gallery.ts';
import { PageServer } from './page-server.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const server = new PageServer();
let base: string;
let browser: Browser;

beforeAll(async () => {
  for (const language of ['en', 'ru'] as const) {
    for (const [name, html] of gallery(language)) server.page(`/${language}/${name}`, () => html);
  }
  server.on('/events', (_, response) => response.writeHead(204).end());
  base = await server.start();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

interface View {
  readonly language: 'en' | 'ru';
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

/** The same elements as a page that is looked at anyway; axe takes half a second for each. */
const onlyOtherWords = /^(closed-(?!burned|expired)|error-(?!invalid_redirect)|code-[5-9]-|password-(?!wrong|blocked))/;

/** Without one, the page behind it sends the person on. */
const oneTimeLink = '#a-token';

const views: readonly View[] = [
  { language: 'en', colorScheme: 'light', width: 1280 },
  { language: 'ru', colorScheme: 'dark', width: 360 },
];

describe.each(views)('in $language, $colorScheme, $width px wide', ({ language, colorScheme, width }) => {
  it(
    'no page has a barrier that axe finds, is wider than the screen, or breaks the strict policy',
    async () => {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const refused: string[] = [];
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      page.on('pageerror', (error) => refused.push(error.message));
      const barriers: string[] = [];
      for (const name of gallery(language).keys()) {
        await page.goto(`${base}/${language}/${name}${name === 'console-enter' ? oneTimeLink : ''}`);
        if (await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')) barriers.push(`${name}: too wide`);
        if (onlyOtherWords.test(name)) continue;
        for (const barrier of await barriersOn(page)) barriers.push(`${name}: ${barrier}`);
      }
      await page.close();
      expect(barriers).toEqual([]);
      expect(refused).toEqual([]);
    },
    120_000,
  );
});

async function barriersOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(`${axe};0`);
  return page.evaluate<string[]>(`(async () => {
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => id + ' at ' + nodes[0].target.join(' '));
  })()`);
}
