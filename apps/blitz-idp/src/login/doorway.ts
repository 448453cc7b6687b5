import type { RecogniseBrowser } from '@blitz/accounts';
import { newId, type Clock } from '@blitz/kernel';
import { nextStep, type FactorTable, type Login, type Logins, type NextStep } from '@blitz/factors';
import type { LiveSettings } from '@blitz/settings';
import { secondMethods } from '../settings/second-methods.ts';
import type { Interactions } from '../oidc/interactions.ts';
import type { LoginVisit, Visit } from './read-login.ts';

/** Where a login stands: what it needs next, and whether a trusted browser stood in for the second factor. */
export interface Whereabouts {
  readonly next: NextStep;
  readonly trusted: boolean;
}

/** Knows the way through a login. Every page asks it where to go on. */
export class Doorway {
  constructor(
    private readonly factors: FactorTable,
    private readonly logins: Logins,
    private readonly interactions: Interactions,
    private readonly recogniseBrowser: RecogniseBrowser,
    private readonly world: { readonly settings: LiveSettings; readonly clock: Clock },
  ) {}

  /** @param trustToken what the browser's cookie says; looked up only where it could matter */
  async whereabouts(visit: LoginVisit, trustToken: string | undefined): Promise<Whereabouts> {
    const { login, account, required, requested } = visit;
    const standsIn = login.proved.length < required && requested === 1;
    // Who stepped up in a browser that is trusted already is not asked about it again.
    const settles = login.proved.length > 1 && !login.trustSettled;
    const settings = this.world.settings.current();
    const unusedMs = settings.trustedBrowser.inactiveTtlSec * 1000;
    const matters = trustToken !== undefined && (standsIn || settles);
    const trusted = matters && (await this.recogniseBrowser.execute(account.sub, trustToken, {}, unusedMs));
    const second = secondMethods(settings);
    return { next: nextStep({ login, account, required, second, trusted }, this.factors), trusted: trusted && standsIn };
  }

  /**
   * Step-up: the session's password still counts, and a login begins after it.
   *
   * @returns the login's id and whose it is; undefined when a password has to be asked for
   */
  async stepUp({ interaction }: Visit): Promise<{ readonly login: string; readonly sub: string } | undefined> {
    const { session } = interaction;
    if (session === undefined || !this.interactions.isStepUp(interaction)) return undefined;
    if (!session.amr.includes(this.factors.password.assurance.amr)) return undefined;
    const authTimeSec = await this.interactions.authTimeSec(session.uid);
    if (authTimeSec === undefined) return undefined;
    const login = newId();
    const startedAt = authTimeSec * 1000;
    await this.logins.open({ id: login, sub: session.sub, startedAt, proved: ['password'], trustSettled: false });
    return { login, sub: session.sub };
  }

  /** The person gave up: whoever kept the cookie has nothing. */
  async giveUp({ sub, id }: Login): Promise<void> {
    await this.logins.end(sub, id);
  }

  /** After the first factor of this very login. */
  async begin(sub: string): Promise<Login> {
    const startedAt = this.world.clock.now();
    const login: Login = { id: newId(), sub, startedAt, proved: ['password'], trustSettled: false };
    await this.logins.open(login);
    return login;
  }
}
