import type { RecogniseBrowser } from '@blitz/accounts';
import type { AuditTrail } from '@blitz/audit';
import { newId, type Clock } from '@blitz/kernel';
import { nextStep, type FactorTable, type HandOverVerdict, type Login, type Logins, type NextStep, type Origin } from '@blitz/factors';
import type { LiveSettings } from '@blitz/settings';
import { secondMethods } from '../settings/second-methods.ts';
import type { Interactions } from '../oidc/interactions.ts';
import type { LoginTicket } from './login-ticket.ts';
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
    private readonly world: { readonly settings: LiveSettings; readonly clock: Clock; readonly audit: AuditTrail },
  ) {}

  /** @param trustToken what the browser's cookie says; looked up only where it could matter */
  async whereabouts(visit: LoginVisit, trustToken: string | undefined, origin: Origin): Promise<Whereabouts> {
    const { login, account, required, requested } = visit;
    const standsIn = login.proved.length < required && requested === 1;
    // Who stepped up in a browser that is trusted already is not asked about it again.
    const settles = login.proved.length > 1 && !login.trustSettled;
    const settings = this.world.settings.current();
    const unusedMs = settings.trustedBrowser.inactiveTtlSec * 1000;
    const matters = trustToken !== undefined && (standsIn || settles);
    const asked = { ...origin, login: login.id };
    const trusted = matters && (await this.recogniseBrowser.execute(account.sub, trustToken, asked, unusedMs));
    const second = secondMethods(settings);
    return { next: nextStep({ login, account, required, second, trusted }, this.factors), trusted: trusted && standsIn };
  }

  /**
   * Step-up: the session's password still counts, and a login begins after it.
   *
   * @returns the login's id and whose it is; undefined when a password has to be asked for
   */
  async stepUp({ interaction }: Visit, origin: Origin): Promise<{ readonly login: string; readonly sub: string } | undefined> {
    const { session } = interaction;
    if (session === undefined || !this.interactions.isStepUp(interaction)) return undefined;
    if (!session.amr.includes(this.factors.password.assurance.amr)) return undefined;
    const authTimeSec = await this.interactions.authTimeSec(session.uid);
    if (authTimeSec === undefined) return undefined;
    const login = newId();
    const { sub } = session;
    await this.logins.open({ id: login, sub, startedAt: authTimeSec * 1000, proved: ['password'], trustSettled: false });
    this.#noteStart({ ...origin, login, sub }, true);
    return { login, sub };
  }

  /** The digits were right, and the answer that said so, with the login's new name, did not reach this browser. */
  async handOver({ sub, login, challengeId }: LoginTicket): Promise<HandOverVerdict> {
    if (challengeId === undefined) return { kind: 'none' };
    return this.logins.handOver(sub, login, challengeId, this.world.clock.now());
  }

  /** The person gave up, with the first factor or before it: whoever kept the cookie has nothing. */
  async giveUp(login: Login | undefined, origin: Origin): Promise<void> {
    if (login !== undefined) await this.logins.end(login.sub, login.id);
    const { clock, audit } = this.world;
    const whose = login === undefined ? {} : { sub: login.sub, login: login.id };
    audit.record({ ...origin, ...whose, type: 'login_refused', at: clock.now(), details: { reason: 'given_up' } });
  }

  /** After the first factor of this very login. */
  async begin(sub: string, id: string, origin: Origin): Promise<Login> {
    const startedAt = this.world.clock.now();
    const login: Login = { id, sub, startedAt, proved: ['password'], trustSettled: false };
    await this.logins.open(login);
    this.#noteStart({ ...origin, login: id, sub }, false);
    return login;
  }

  #noteStart(whose: Origin & { readonly login: string; readonly sub: string }, stepUp: boolean): void {
    const { clock, audit } = this.world;
    audit.record({ ...whose, type: 'login_started', at: clock.now(), details: { stepUp } });
  }
}
