import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { callOfferPage, codePage, passwordPage, type CodeModel } from '../src/index.ts';
import { PageServer } from './page-server.ts';

const frame = { language: 'en', path: '/page', csrf: 'token' } as const;
const dialling: CodeModel = {
  frame,
  action: '/code',
  callAgainAction: '/call',
  press: '2',
  maskedNumber: '+7 ··· ··· 12 34',
  codeLength: 4,
  state: 'dialling',
  triesLeft: 3,
  nextCallInSec: 28,
  eventsUrl: '/events',
  otherMethods: [{ name: 'Authenticator app', href: '/totp' }],
};
const awaiting: CodeModel = { ...dialling, state: 'awaiting', expiresInSec: 100 };

jest.setTimeout(30_000);

let browser: Browser;
let server: PageServer;
let page: Page;
let base: string;
let listeners: ServerResponse[];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(() => browser.close());

beforeEach(async () => {
  listeners = [];
  server = new PageServer()
    .on('/events', (_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 50\n\n');
      listeners.push(response);
    })
    .page('/code', () => 'sent')
    .page('/call', () => 'called');
  base = await server.start();
});
afterEach(async () => {
  await page.context().close();
  await server.stop();
});

async function opens(model: CodeModel): Promise<void> {
  server.page('/page', () => codePage(model));
  const context = await browser.newContext();
  page = await context.newPage();
  await page.clock.install();
  await page.goto(`${base}/page`);
}

async function tells(event: object): Promise<void> {
  await expectSoon(() => listeners.length > 0);
  for (const listener of listeners) listener.write(`data: ${JSON.stringify(event)}\n\n`);
}

async function expectSoon(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`did not come true: ${holds.toString()}`);
}

/** For what must not happen: long enough for a request that would be one too many. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 200));
const shows = (text: string | RegExp) => expectSoon(() => page.getByText(text).first().isVisible());

describe('the code page with scripts', () => {
  it('says how the call gets on, in the words of the page’s language', async () => {
    await opens(dialling);
    await tells({ state: 'dialling', live: 'ringing' });
    await shows('Your phone is ringing');
    await tells({ state: 'awaiting', expiresInSec: 90 });
    await shows('We called you.');
    await shows('The digits are valid for 1:30');
    expect(server.count('GET /page')).toBe(1);
  });

  it('does not tell those twice who answered by mistake', async () => {
    await opens(awaiting);
    await tells({ state: 'awaiting', live: 'ringing' });
    await shows('Answered by mistake?');
    await tells({ state: 'awaiting', live: 'answered' });
    await shows('The call was answered.');
    expect(await page.getByText('Answered by mistake?').isVisible()).toBe(false);
  });

  it('keeps digits that were typed too early, and sends them once the call was made', async () => {
    await opens(dialling);
    await page.keyboard.type('0042');
    await tells({ state: 'dialling', live: 'ringing' });
    await shows('Your phone is ringing');
    expect(server.count('POST /code')).toBe(0);
    await tells({ state: 'awaiting', expiresInSec: 90 });
    await expectSoon(() => server.count('POST /code') === 1);
  });

  it('sends exactly the wanted digits by itself, once', async () => {
    server.on('/code', () => undefined);
    await opens(awaiting);
    await page.keyboard.type('004');
    expect(server.count('POST /code')).toBe(0);
    await page.keyboard.type('2');
    await expectSoon(() => server.count('POST /code') === 1);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await settled();
    expect(server.count('POST /code')).toBe(1);
  });

  it('takes the last digits of a pasted whole number', async () => {
    await opens(dialling);
    await page.evaluate(`(() => {
      const code = document.getElementById('code');
      code.value = '+7 (495) 120-58-21';
      code.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
    })()`);
    expect(await page.inputValue('#code')).toBe('5821');
  });

  it('does not send a whole number that is being typed digit by digit', async () => {
    await opens(awaiting);
    await page.keyboard.type('+74951');
    expect(server.count('POST /code')).toBe(0);
  });

  it('counts down to another call by the server’s seconds, then frees the button and puts other methods forward', async () => {
    await opens(awaiting);
    // The page's clock also runs by itself: on a slow machine a second or two have gone by.
    await shows(/Call again in 0:2\d/);
    expect(await page.getByText('Can’t take the call?').isVisible()).toBe(false);
    await page.clock.runFor(10_000);
    await shows(/Call again in 0:1\d/);
    await page.clock.runFor(18_500);
    await page.getByRole('button', { name: 'Call again', exact: true, disabled: false }).waitFor();
    await shows('Can’t take the call?');
  });

  it('holds another call back until both the guard and the call allow it, and then says so', async () => {
    await opens({ ...dialling, nextCallInSec: 75, limited: { until: 1_800_000_049_000, now: 1_800_000_000_000 } });
    await shows('You can ask for another call in 49 seconds');
    await tells({ state: 'awaiting', expiresInSec: 100, nextCallInSec: 10 });
    await shows(/Call again in 0:4\d/);
    await page.clock.runFor(50_000);
    await page.getByRole('button', { name: 'Call again', exact: true, disabled: false }).waitFor();
    await shows('You can ask for another call now.');
  });

  it('asks the server again when the time is up', async () => {
    await opens(awaiting);
    await page.clock.runFor(98_000);
    expect(server.count('GET /page')).toBe(1);
    await page.clock.runFor(4000);
    await expectSoon(() => server.count('GET /page') === 2);
  });

  it.each([{ state: 'closed', because: 'burned' }, { state: 'confirmed' }, { state: 'awaiting', triesLeft: 1 }])(
    'lets the server show what it can’t show itself: %j',
    async (event) => {
      await opens(awaiting);
      await tells(event);
      await expectSoon(() => server.count('GET /page') === 2);
    },
  );

  it('takes up a connection that was lost', async () => {
    await opens(dialling);
    await expectSoon(() => listeners.length === 1);
    listeners.pop()?.end();
    await expectSoon(async () => (await page.clock.runFor(100), listeners.length === 1));
    await tells({ state: 'dialling', live: 'ringing' });
    await shows('Your phone is ringing');
  });

  it.each([
    [404, 2],
    [403, 2],
  ])('stops quietly when it is refused with %i', async (status, asked) => {
    server.on('/events', (_, response) => response.writeHead(status).end());
    await opens(dialling);
    await expectSoon(() => server.count('GET /events') === asked);
    await page.clock.runFor(60_000);
    expect(server.count('GET /events')).toBe(asked);
  });

  it('comes back after the server was down', async () => {
    let status = 503;
    server.on('/events', (_, response) => {
      response.writeHead(status, { 'content-type': 'text/event-stream' });
      if (status === 200) {
        listeners.push(response);
        response.write('retry: 50\n\n');
      } else response.end();
    });
    await opens(dialling);
    await expectSoon(() => server.count('GET /events') === 2);
    status = 200;
    await expectSoon(async () => (await page.clock.runFor(3100), listeners.length === 1));
    await tells({ state: 'dialling', live: 'ringing' });
    await shows('Your phone is ringing');
  });
});

describe('every page with scripts', () => {
  it('sends a form once, however often its button is pressed', async () => {
    await opens({ ...awaiting, nextCallInSec: 0 });
    server.on('/call', () => undefined);
    await page.evaluate("(() => { const again = document.querySelector('.call-again button'); again.click(); again.click(); again.click(); })()");
    await expectSoon(() => server.count('POST /call') === 1);
    await settled();
    expect(server.count('POST /call')).toBe(1);
  });

  it('shows the password while its button is pressed in', async () => {
    server.page('/page', () => passwordPage({ frame, action: '/login' }));
    page = await (await browser.newContext()).newPage();
    await page.goto(`${base}/page`);
    const reveal = page.getByRole('button', { name: 'Show password' });
    await reveal.click();
    expect(await page.getAttribute('#password', 'type')).toBe('text');
    expect(await reveal.getAttribute('aria-pressed')).toBe('true');
    await reveal.click();
    expect(await page.getAttribute('#password', 'type')).toBe('password');
  });
});

describe('the offer of a call that comes too early', () => {
  const { frame: framed, maskedNumber, codeLength } = dialling;
  const notice = { kind: 'waiting', waitSec: 19 } as const;
  const offer = () =>
    callOfferPage({ frame: framed, action: '/call', press: '2', maskedNumber, codeLength, notice, otherMethods: [] });

  it('counts down in one place, and says when the waiting is over', async () => {
    server.page('/page', offer);
    page = await (await browser.newContext()).newPage();
    await page.clock.install();
    await page.goto(`${base}/page`);
    await shows('It is too early for another call.');
    expect(await page.getByRole('status').innerText()).not.toMatch(/\d/);
    await shows(/^Call me · 0:1\d$/);
    await page.clock.runFor(20_000);
    expect(await page.getByRole('status').innerText()).toBe('You can ask for another call now.');
    expect(await page.getByRole('button', { name: 'Call me' }).isEnabled()).toBe(true);
  });

  it('says how long, without scripts', async () => {
    server.page('/page', offer);
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${base}/page`);
    expect(await page.getByRole('status').innerText()).toBe(
      'It is too early for another call. You can ask for another call in 19 seconds.',
    );
  });
});

it.each(['#login', '#password'])('in the system’s own colours the focused field has a mark: %s', async (field) => {
  server.page('/page', () => passwordPage({ frame, action: '/login' }));
  page = await (await browser.newContext({ forcedColors: 'active' })).newPage();
  await page.goto(`${base}/page`);
  await page.focus(field);
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
});

describe('the code page without scripts', () => {
  it('sends what was typed, and never waits for a script to free a button', async () => {
    server.page('/page', () => codePage(awaiting));
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${base}/page`);
    expect(await page.locator('noscript .hint').innerText()).toBe('You can ask for another call in 28 seconds.');
    expect(await page.locator('noscript .hint').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Call again' }).isEnabled()).toBe(true);
    await page.getByLabel('Last 4 digits').fill('0042');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(server.count('POST /code')).toBe(1);
  });

  it('looks for itself whether the call was made', async () => {
    server.page('/page', () => codePage(dialling));
    page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${base}/page`);
    server.page('/page', () => codePage(awaiting));
    await page.getByText('We called you.').waitFor({ timeout: 20_000 });
  });
});
