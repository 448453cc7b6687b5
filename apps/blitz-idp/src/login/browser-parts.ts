import type { CookieJar } from './cookie-jar.ts';
import type { Forms } from './forms.ts';
import type { LoginTickets } from './login-ticket.ts';

/** What goes to a browser and comes back from it. */
export class BrowserParts {
  constructor(
    readonly cookies: CookieJar,
    readonly tickets: LoginTickets,
    readonly forms: Forms,
  ) {}
}
