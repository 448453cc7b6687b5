import { Administrators, type Role } from '@blitz/accounts';
import { newId } from '@blitz/kernel';
import { PostgresAccounts } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { ConsoleBrowser } from './console-browser.ts';
import { IdentityStandIn } from './identity-stand-in.ts';
import type { Town } from './town.ts';

/** People who work in the console of a town, or try to. */
export class TownPeople {
  readonly identity: IdentityStandIn;

  constructor(private readonly town: Town) {
    const secret = Buffer.from(String(town.variables['BLITZ_SECRET']), 'base64');
    this.identity = new IdentityStandIn(town.issuer, secret, () => this.#nowSec());
  }

  /** An account, and an administrator where roles are given. */
  async someone(roles: readonly Role[] = [], attributes: Readonly<Record<string, string>> = { name: 'Ada Lovelace' }): Promise<string> {
    const accounts = new PostgresAccounts(this.town.service.get(DataSource));
    const { sub } = await accounts.create({ login: `person-${newId().toLowerCase()}`, attributes });
    if (roles.length > 0) await this.town.service.get(Administrators).save({ sub, roles, expectedVersion: 0, at: this.town.clock.now() });
    return sub;
  }

  browser(): ConsoleBrowser {
    return new ConsoleBrowser(this.town.url);
  }

  /** To blitz-idp. @returns its address with what it is asked for */
  async goesToLogin(browser: ConsoleBrowser, query = ''): Promise<string> {
    const answer = await browser.asks(`/blitz/console/login${query}`);
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`no redirect but ${String(answer.status)}: ${await answer.text()}`);
    return location;
  }

  /** To blitz-idp and back. @returns where the browser is sent then */
  async logsIn(browser: ConsoleBrowser, sub: string, { query = '', claims = {} }: { query?: string; claims?: Readonly<Record<string, unknown>> } = {}): Promise<string> {
    const back = this.identity.grants(await this.goesToLogin(browser, query), sub, claims);
    return this.comesBack(browser, back);
  }

  async comesBack(browser: ConsoleBrowser, query: string): Promise<string> {
    const answer = await browser.asks(`/blitz/console/login/callback${query}`);
    return answer.headers.get('location') ?? `${String(answer.status)} ${await answer.text()}`;
  }

  /** An administrator at work. */
  async administrator(roles: readonly Role[] = ['root']): Promise<{ readonly sub: string; readonly browser: ConsoleBrowser }> {
    const [sub, browser] = [await this.someone(roles), this.browser()];
    await this.logsIn(browser, sub);
    await browser.session();
    return { sub, browser };
  }

  #nowSec(): number {
    return Math.floor(this.town.clock.now() / 1000);
  }
}
