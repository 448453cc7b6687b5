import { createHash, randomBytes } from 'node:crypto';
import type { Installation } from './installation.ts';
import { until } from './until.ts';

type Page = Readonly<Record<string, unknown>>;

export interface Person {
  readonly login: string;
  readonly password: string;
  readonly phone: string;
}

/** What an application sends for its tokens, apart from who it is. */
export type CodeGrant = Readonly<Record<'grant_type' | 'code' | 'redirect_uri' | 'code_verifier', string>>;

/** Somebody at a browser without a window (docs/headless.md): password, call, digits, back in the application. */
export class HeadlessPerson {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly installation: Installation,
    private readonly person: Person,
  ) {}

  /** @throws with the status when blitz-idp leads nowhere, as where it does not know the application */
  async logsInTo(clientId: string, redirectUri: string): Promise<CodeGrant> {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: clientId, response_type: 'code', scope: 'openid', redirect_uri: redirectUri, code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
    });
    const code = (await this.logsInAt(`/blitz/oauth/ae?${query.toString()}`)).searchParams.get('code');
    if (code === null) throw new Error('no code');
    return { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
  }

  /** @param path where an application sent the person @returns where they are sent back @throws as `logsInTo` */
  async logsInAt(path: string): Promise<URL> {
    const begun = await this.#visits(path);
    const door = begun.headers.get('location');
    if (door === null) throw new Error(`no login there: ${String(begun.status)}`);
    // Who is logged in already is sent back at once.
    const back = URL.canParse(door) ? door : (await this.#visits(await this.#goesThrough(door))).headers.get('location');
    return new URL(back ?? 'none:');
  }

  /** @returns the address at which the login is over */
  async #goesThrough(door: string): Promise<string> {
    let next = door;
    for (let steps = 0; steps < 20 && !next.includes('/oauth/ae/'); steps += 1) {
      const page = await this.#reads(next);
      const { next: on } = await this.#answers(page, next);
      if (typeof on === 'string') next = on;
    }
    return next;
  }

  async #answers(page: Page, here: string): Promise<Page> {
    const { login, password } = this.person;
    switch (page['inquire']) {
      case 'enter_password':
        return this.#sends(page, 'action', { login, password });
      case 'ask_to_flash_call':
        await this.#sends(page, 'call', { press: String(page['press']) });
        await until(async () => !['queued', 'dialling'].includes(String((await this.#reads(here))['state'])), 20_000);
        return {};
      case 'enter_flash_call_code':
        return this.#sends(page, 'enter', { code: await this.#lastDigits() });
      case 'ask_to_trust':
        return this.#sends(page, 'action', { action: 'do_not_trust' });
      default:
        if (typeof page['next'] === 'string') return page;
        throw new Error(`asked for what nobody knows: ${JSON.stringify(page)}`);
    }
  }

  async #lastDigits(): Promise<string> {
    const answer = await fetch(`${this.installation.simulator.url}/api/calls?${new URLSearchParams({ to: this.person.phone }).toString()}`);
    return ((await answer.json()) as { calls: { from: string }[] }).calls[0]?.from.slice(-4) ?? '';
  }

  async #reads(path: string): Promise<Page> {
    return (await (await this.#visits(path)).json()) as Page;
  }

  async #sends(page: Page, to: string, fields: Readonly<Record<string, string>>): Promise<Page> {
    const answer = await this.#visits(String(page[to]), new URLSearchParams({ ...fields, csrf: String(page['csrf']) }));
    return (await answer.json()) as Page;
  }

  async #visits(path: string, body?: URLSearchParams): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = body === undefined ? {} : { method: 'POST', body };
    const answer = await fetch(new URL(path, this.installation.addresses.idp), { ...asked, redirect: 'manual', headers: { accept: 'application/json', cookie } });
    for (const each of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
      this.#cookies.set(name, value);
    }
    return answer;
  }
}
