import { createHash, randomBytes } from 'node:crypto';
import type { Account } from '@blitz/accounts';
import { Person, type Page } from './person.ts';
import { applicationUrl, password, type Town } from './town.ts';

export interface Call {
  readonly from: string;
}

/** A person on the way into the shop. */
export class Visitor extends Person {
  #verifier = '';

  constructor(
    readonly town: Town,
    readonly account: Account,
    readonly phone: string,
  ) {
    super(town.base);
  }

  /** The same person at another machine. */
  elsewhere(): Visitor {
    return new Visitor(this.town, this.account, this.phone);
  }

  /** Clicks "Log in" in the shop. */
  async goesToShop(params: Readonly<Record<string, string>> = {}): Promise<Page> {
    this.#verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: 'shop',
      response_type: 'code',
      redirect_uri: `${applicationUrl}/callback`,
      scope: 'openid profile phone',
      state: 'state',
      code_challenge: createHash('sha256').update(this.#verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...params,
    });
    this.page = { ...this.page, url: '' };
    return this.opens(`${this.base}/oauth/ae?${query.toString()}`);
  }

  async typesPassword(typed = password, login = this.account.login): Promise<Page> {
    return this.submits('/blitz/login/method/password', { login, password: typed });
  }

  async atTheSecondFactor(): Promise<this> {
    await this.goesToShop();
    await this.typesPassword();
    return this;
  }

  /** Presses "Call me" (or "Call again") and waits until the phone has rung, or has not. */
  async asksForCall(): Promise<Page> {
    await this.submits('/blitz/login/method/flashCall');
    await this.waitsForTheDialler();
    return this.opens(this.page.url);
  }

  async waitsForTheDialler(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await this.asks(this.page.url, { headers: { accept: 'application/json' } });
      const { state } = (await answer.json()) as { state?: string };
      if (state !== 'queued' && state !== 'dialling') return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('the call did not come to an end');
  }

  /** All calls that this phone got, the last one first. */
  async calls(): Promise<readonly Call[]> {
    const answer = await fetch(`${this.town.simulator.url}/api/calls?${new URLSearchParams({ to: this.phone }).toString()}`);
    return ((await answer.json()) as { calls: Call[] }).calls;
  }

  async lastDigits(count = 4): Promise<string> {
    const [call] = await this.calls();
    if (call === undefined) throw new Error('the phone did not ring');
    return call.from.replace(/\D/g, '').slice(-count);
  }

  /** Digits that are surely not those of the last call. */
  async wrongDigits(): Promise<string> {
    return String((Number(await this.lastDigits()) + 1) % 10_000).padStart(4, '0');
  }

  async enters(...codes: readonly string[]): Promise<Page> {
    for (const code of codes) await this.submits('/blitz/login/method/flashCall/code', { code });
    return this.page;
  }

  async answersTrust(action: 'trust' | 'do_not_trust' = 'do_not_trust'): Promise<Page> {
    return this.submits('/blitz/login/ur/askToTrust', { action });
  }

  /** The whole way: password, call, digits, back in the shop. */
  async logsIn(trust: 'trust' | 'do_not_trust' = 'do_not_trust'): Promise<this> {
    await this.atTheSecondFactor();
    return this.confirms(trust);
  }

  /** From the offer of a call to the shop. */
  async confirms(trust: 'trust' | 'do_not_trust' = 'do_not_trust'): Promise<this> {
    await this.asksForCall();
    await this.enters(await this.lastDigits());
    await this.answersTrust(trust);
    return this;
  }

  /** What the shop was told in the address: an error, or nothing. */
  errorInTheShop(): string | null {
    const back = new URL(this.page.url);
    if (back.origin !== applicationUrl) throw new Error(`not in the shop but at ${this.page.url}: ${this.page.text}`);
    return back.searchParams.get('error');
  }

  /** Where this login returns to. */
  bo(): string {
    return new URL(this.page.url).searchParams.get('bo') ?? '';
  }

  /** The path of the page that the person looks at. */
  where(): string {
    return new URL(this.page.url).pathname;
  }

  /** Back in the shop: gives it the code and gets what it was told. */
  async tokens(): Promise<Tokens> {
    return this.asksForTokens(this.codeGrant());
  }

  /** What the shop sends for the code that the person came back with. */
  codeGrant(): Readonly<Record<string, string>> {
    const back = new URL(this.page.url);
    const code = back.searchParams.get('code');
    if (back.origin !== applicationUrl || code === null) throw new Error(`not in the shop but at ${this.page.url}: ${this.page.text}`);
    return {
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${applicationUrl}/callback`,
      code_verifier: this.#verifier,
    };
  }

  async asksForTokens(fields: Readonly<Record<string, string>>): Promise<Tokens> {
    const answer = await this.asApplication('/oauth/te', fields);
    return { status: answer.status, ...((await answer.json()) as object) } as Tokens;
  }

  /** What an application says to the identity provider behind everybody's back. */
  asApplication(path: string, fields: Readonly<Record<string, string>>, client = 'shop:shop-secret'): Promise<Response> {
    const authorization = `Basic ${Buffer.from(client).toString('base64')}`;
    return fetch(`${this.base}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers: { authorization } });
  }
}

export interface Tokens {
  readonly status: number;
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly error?: string;
}

export function claimsIn(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
