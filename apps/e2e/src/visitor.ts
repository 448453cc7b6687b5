import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { desktop, launchWithoutCookies } from './chromium.ts';
import { Observer } from './observer.ts';
import type { Someone } from './people.ts';
import { Telephone } from './telephone.ts';
import type { Town } from './town.ts';
import { until } from './until.ts';

export interface Habits {
  readonly who?: Someone;
  readonly scripts?: boolean;
  readonly language?: 'en-GB' | 'ru-RU';
  readonly dark?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
  readonly cookies?: boolean;
}

/** Longer than anything takes on a machine that does much else besides. */
const patienceMs = 30_000;

const calledYou = /We called you|Мы вам позвонили/;

type KindOfVisitor<Kind extends Visitor> = new (...parts: ConstructorParameters<typeof Visitor>) => Kind;

/** A person at a browser of their own, on the way into the demo application. What they see they find by its words. */
export class Visitor {
  constructor(
    readonly town: Town,
    readonly who: Someone,
    readonly context: BrowserContext,
    readonly observer: Observer,
    readonly page: Page,
    readonly habits: Habits,
  ) {
    page.setDefaultTimeout(patienceMs);
  }

  patienceMs = patienceMs;

  static async arrive<Kind extends Visitor>(this: KindOfVisitor<Kind>, town: Town, habits: Habits): Promise<Kind> {
    const context = await open(town, habits);
    const hosts = Object.values<string>({ ...town.addresses }).map((address) => new URL(address).host);
    const observer = new Observer(context, hosts);
    return new this(town, habits.who ?? town.people.withPhone(), context, observer, await context.newPage(), habits);
  }

  get phone(): Telephone {
    return new Telephone(this.town.addresses.simulator, this.who.phone ?? '');
  }

  /** The same person and browser, in another tab. */
  async anotherTab(): Promise<Visitor> {
    return new Visitor(this.town, this.who, this.context, this.observer, await this.context.newPage(), this.habits);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  // ---- what they do

  async opensDemo(): Promise<void> {
    await this.page.goto(this.town.addresses.demo);
  }

  async logsIn(): Promise<void> {
    await this.opensDemo();
    await this.page.getByRole('link', { name: /^(Log in|Войти)$/ }).click();
    await this.field(/^(Login|Логин)$/).waitFor();
  }

  async typesPassword(password = this.who.password): Promise<void> {
    await this.field(/^(Login|Логин)$/).fill(this.who.login);
    await this.field(/^(Password|Пароль)$/).fill(password);
    await this.presses(/^(Log in|Войти)$/);
  }

  async atTheOffer(): Promise<this> {
    await this.logsIn();
    await this.typesPassword();
    await this.button(/^(Call me|Позвоните мне)$/).waitFor();
    return this;
  }

  /** Until the boxes for the digits are there. */
  async asksForCall(): Promise<this> {
    await this.presses(/^(Call me|Позвоните мне)$/);
    await this.digits.waitFor();
    return this;
  }

  async atTheCode(): Promise<this> {
    await this.atTheOffer();
    await this.asksForCall();
    await this.sees(calledYou);
    return this;
  }

  /** With scripts the last digit sends them; without, the button does, on a page that no longer renews itself. */
  async types(code: string): Promise<void> {
    if (!this.hasScripts) await this.sees(calledYou);
    await this.digits.fill(code);
    if (!this.hasScripts) await this.presses(/^(Continue|Продолжить)$/);
  }

  async getsIn(): Promise<void> {
    await this.atTheCode();
    await this.types(await this.phone.lastDigits());
    await this.presses(/^(Don’t trust|Не доверять)$/);
    await this.isLoggedIn();
  }

  presses(name: string | RegExp): Promise<void> {
    return this.button(name).click();
  }

  // ---- what they see

  get digits(): Locator {
    return this.page.locator('#code');
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByLabel(name);
  }

  /** Waits until these words can be read. */
  sees(words: string | RegExp): Promise<void> {
    return this.#reads(`“${String(words)}” can be read`, async () => {
      const seen = await this.words();
      return typeof words === 'string' ? seen.includes(words) : words.test(seen);
    });
  }

  /** Waits until the page's heading says so. */
  isAt(heading: string | RegExp): Promise<void> {
    return this.#reads(`the heading is “${String(heading)}”`, async () => {
      const seen = (await this.page.locator('h1').first().innerText({ timeout: 2_000 })).trim();
      return typeof heading === 'string' ? seen === heading : heading.test(seen);
    });
  }

  isLoggedIn(): Promise<void> {
    return this.isAt(this.who.name);
  }

  /** All that can be read, on one line. */
  async words(): Promise<string> {
    return (await this.page.locator('body').innerText({ timeout: 2_000 })).replace(/\s+/g, ' ');
  }

  /** The ID token, as the demo application shows it. */
  async token(): Promise<Readonly<Record<string, unknown>>> {
    const json = await this.page.locator('#id-token pre').textContent();
    return JSON.parse(json ?? '') as Record<string, unknown>;
  }

  get hasScripts(): boolean {
    return this.habits.scripts ?? true;
  }

  async #reads(what: string, look: () => Promise<boolean>): Promise<void> {
    try {
      await until(what, look, this.patienceMs);
    } catch (error) {
      throw new Error(`${String(error)}; at ${this.page.url()} stands: ${await this.words().catch(() => 'nothing')}`, { cause: error });
    }
  }
}

async function open(town: Town, habits: Habits): Promise<BrowserContext> {
  const { scripts = true, language = 'en-GB', dark = false, size = desktop, cookies = true } = habits;
  if (!cookies) return launchWithoutCookies(town.chromiumPath, await mkdtemp(join(town.folder, 'no-cookies-')));
  return town.browser.newContext({
    javaScriptEnabled: scripts,
    locale: language,
    colorScheme: dark ? 'dark' : 'light',
    // Drawn without a graphics card, a ringing telephone that moves costs more than everything else together.
    reducedMotion: 'reduce',
    viewport: size,
    timezoneId: 'Europe/Berlin',
  });
}
