import type { Account, Accounts } from '@blitz/accounts';
import type { ChallengeIds, Level, Login, Logins } from '@blitz/factors';
import { DomainError } from '@blitz/kernel';
import type { LiveSettings } from '@blitz/settings';
import type { FastifyRequest } from 'fastify';
import { ServerResponse } from 'node:http';
import type { Interactions, LoginInteraction } from '../oidc/interactions.ts';
import { requestedLevel, requiredLevel } from '../oidc/required-level.ts';
import type { CookieJar } from './cookie-jar.ts';
import type { LoginErrorCode } from './login-errors.ts';
import type { LoginTicket, LoginTickets } from './login-ticket.ts';
import { keepsCookies } from './probe-cookies.ts';
import { readQuery } from './read-query.ts';
import type { ReturnPath } from './return-path.ts';

/** The browser and the authorization that it is here for. Every page of a login begins with these. */
export interface Visit {
  readonly browser: string;
  readonly bo: string;
  readonly interaction: LoginInteraction;
}

/** A visit of somebody whose first factor was right. */
export interface LoginVisit extends Visit {
  readonly ticket: LoginTicket;
  readonly login: Login;
  readonly account: Account;
  readonly required: Level;
  readonly requested: Level;
}

interface BrowserAndPath {
  readonly browser: string;
  readonly bo: string;
  /** The interaction that the return path leads back to. */
  readonly uid: string;
}

export interface ReadLoginStores {
  readonly logins: Logins;
  readonly accounts: Accounts;
  readonly settings: LiveSettings;
  readonly challengeIds: ChallengeIds;
}

/** Reads who is asking, and refuses what does not belong together. */
export class ReadLogin {
  /** Cookie and return path are asked for at several steps of one request, and their tag is dear to check. */
  readonly #read = new WeakMap<FastifyRequest, BrowserAndPath>();

  constructor(
    private readonly cookies: CookieJar,
    private readonly returnPath: ReturnPath,
    private readonly tickets: LoginTickets,
    private readonly interactions: Interactions,
    private readonly stores: ReadLoginStores,
  ) {}

  /** @throws DomainError `cookies_missing` | `login_foreign`: what needs no store */
  browserAndPath(request: FastifyRequest): BrowserAndPath {
    const known = this.#read.get(request);
    if (known !== undefined) return known;
    const read = this.#readBrowserAndPath(request);
    this.#read.set(request, read);
    return read;
  }

  #readBrowserAndPath(request: FastifyRequest): BrowserAndPath {
    const browser = this.cookies.browserOf(request);
    if (browser === undefined) throw this.#unknownBrowser(request);
    const bo = readQuery(request, 'bo');
    const uid = this.returnPath.read(bo, browser);
    if (uid === undefined || bo === undefined) throw new DomainError<LoginErrorCode>('login_foreign');
    return { browser, bo, uid };
  }

  #unknownBrowser(request: FastifyRequest): DomainError<LoginErrorCode> {
    return new DomainError(keepsCookies(request, this.cookies) ? 'login_foreign' : 'cookies_missing');
  }

  /** @throws DomainError `login_over` besides those above */
  visit(request: FastifyRequest): Promise<Visit> {
    return this.#showingTheWayBack(request, () => this.#find(request));
  }

  /**
   * The visit, and the login of this browser if it has one that is not over. Both come from the browser's own cookies, so neither
   * waits for the other.
   *
   * @throws DomainError as `visit`
   */
  visitAndLogin(request: FastifyRequest): Promise<{ readonly visit: Visit; readonly login: LoginVisit | undefined }> {
    return this.#showingTheWayBack(request, () => this.#findBoth(request));
  }

  ticket(request: FastifyRequest, browser: string): LoginTicket | undefined {
    return this.tickets.read(this.cookies.read(request, 'login'), browser);
  }

  /** Whatever of ours is thrown gets the application's address, so that its page leads on. */
  async #showingTheWayBack<Found>(request: FastifyRequest, find: () => Promise<Found>): Promise<Found> {
    try {
      return await find();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const clientId = this.returnPath.clientIn(readQuery(request, 'bo'));
      const application = clientId === undefined ? undefined : await this.interactions.applicationHome(clientId);
      const way = application === undefined ? {} : { application };
      throw new DomainError(error.code, { ...error.details, ...way }, { cause: error });
    }
  }

  async #find(request: FastifyRequest): Promise<Visit> {
    const { browser, bo, uid } = this.browserAndPath(request);
    const interaction = await this.interactions.find(uid);
    if (interaction === undefined) throw await this.#over(request);
    return { browser, bo, interaction };
  }

  /** The back button of somebody who is logged in comes here as well as a login that nobody finished: each has its page. */
  async #over(request: FastifyRequest): Promise<DomainError<LoginErrorCode>> {
    // Only read: whatever oidc-provider would write is sent to nobody.
    const session = await this.interactions.sessionOf(request.raw, new ServerResponse(request.raw));
    return new DomainError<LoginErrorCode>('login_over', session === undefined ? {} : { loggedIn: true });
  }

  async #findBoth(request: FastifyRequest): Promise<{ readonly visit: Visit; readonly login: LoginVisit | undefined }> {
    const ticket = this.ticket(request, this.browserAndPath(request).browser);
    const [visit, person] = await Promise.all([this.#find(request), this.#person(ticket)]);
    if (ticket === undefined || person === undefined) return { visit, login: undefined };
    const over = person.login.startedAt < (visit.interaction.freshSince ?? 0);
    return { visit, login: over ? undefined : this.of(visit, ticket, person.login, person.account) };
  }

  async #person(ticket: LoginTicket | undefined): Promise<{ readonly login: Login; readonly account: Account } | undefined> {
    if (ticket === undefined) return undefined;
    const { logins, accounts } = this.stores;
    const [login, account] = await Promise.all([logins.find(ticket.sub, ticket.login), accounts.find(ticket.sub)]);
    if (login === undefined || account === undefined || account.locked) return undefined;
    return { login: this.#asItStands(login, account), account };
  }

  /** The call proves the phone that it rang; an account that has another one by now has yet to prove that (security 23). */
  #asItStands(login: Login, account: Account): Login {
    const { challengeId } = login;
    const same = challengeId !== undefined && this.stores.challengeIds.isOf(challengeId, account);
    return same ? login : { ...login, proved: login.proved.filter((kind) => kind !== 'flashCall') };
  }

  /** A visit whose login is known already. */
  of(visit: Visit, ticket: LoginTicket, login: Login, account: Account): LoginVisit {
    const { params } = visit.interaction;
    const administrator = this.stores.settings.current().login.requiredFactor;
    const required = requiredLevel({ administrator, account, params });
    return { ...visit, ticket, login, account, required, requested: requestedLevel(params) };
  }
}
