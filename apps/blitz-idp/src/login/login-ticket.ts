import type { Mac } from './mac.ts';

/** What a browser carries through a login: enough to find everything in Redis with one script and no look-up. */
export interface LoginTicket {
  readonly sub: string;
  readonly login: string;
  /** The challenge that this browser was asked with; undefined before the first call. */
  readonly challengeId?: string;
}

const field = /^[A-Za-z0-9_-]{1,64}$/;

/** The login's cookie: signed, and good only together with the browser's own cookie. */
export class LoginTickets {
  constructor(private readonly mac: Mac) {}

  write({ sub, login, challengeId }: LoginTicket, browser: string): string {
    const random = challengeId === undefined ? '' : challengeId.slice(sub.length + 1);
    return [sub, login, random, this.mac.of('login', browser, sub, login, random)].join('.');
  }

  read(cookie: string | undefined, browser: string): LoginTicket | undefined {
    const [sub = '', login = '', random = '', tag, ...rest] = (cookie ?? '').split('.');
    if (rest.length > 0 || !field.test(sub) || !field.test(login)) return undefined;
    if (!this.mac.matches(tag, 'login', browser, sub, login, random)) return undefined;
    return { sub, login, ...(random === '' ? {} : { challengeId: `${sub}.${random}` }) };
  }
}
