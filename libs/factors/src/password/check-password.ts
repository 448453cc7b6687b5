import { createHash } from 'node:crypto';
import { readTypedLogin, type Account, type Accounts, type PasswordHashes, type Passwords } from '@blitz/accounts';
import type { AuditFacts, AuditOrigin, AuditTrail } from '@blitz/audit';
import { DomainError, newId, type Clock } from '@blitz/kernel';
import type { Origin } from '../login/origin.ts';
import type { PasswordAttempts } from './password-attempts.ts';
import type { PasswordSettings } from './password-settings.ts';

export interface Credentials {
  /** As it came: anything at all. */
  readonly login: unknown;
  readonly password: unknown;
  /** The account that this browser got into before, and the browser's own name: it has a budget of its own. */
  readonly known?: { readonly sub: string; readonly browser: string };
  readonly origin: Origin;
}

export type PasswordAnswer =
  /** `login` is the id of the login that begins with it. */
  | { readonly kind: 'right'; readonly account: Account; readonly login: string }
  /** Also for an unknown or locked account: a stranger learns nothing (R18). */
  | { readonly kind: 'wrong' }
  /** Nothing that could be a login and a password; costs nothing. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'blocked'; readonly until: number };

export interface PasswordStores {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly hashes: PasswordHashes;
}

const longestPassword = 1024;
const refusals = { waiting: 'password_waits', blocked: 'password_blocked' } as const;

/** Login and password: counted before they are looked at, the same answer and work whether or not the account exists. */
export class CheckPassword {
  constructor(
    private readonly stores: PasswordStores,
    private readonly attempts: PasswordAttempts,
    private readonly settings: PasswordSettings,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `hashing_busy` when too many passwords wait to be looked at; the attempt is given back */
  async execute({ login, password, known, origin }: Credentials): Promise<PasswordAnswer> {
    const reading = this.settings.loginReading();
    const name = typeof login === 'string' ? readTypedLogin(login, reading) : undefined;
    if (name === undefined || typeof password !== 'string' || password === '') return { kind: 'empty' };
    if (password.length > longestPassword) return { kind: 'empty' };
    const account = await this.stores.accounts.findByLogin(name.login, reading);
    const browser = account !== undefined && known?.sub === account.sub ? known.browser : undefined;
    // A telephone number can be written in a thousand ways, which must not have a budget each.
    const budget = budgetOf(name.phone ?? name.login, browser);
    // A name that is nobody's is noted like an account's (R18).
    const granted = await this.attempts.claim(budget, this.clock.now(), this.settings.limits(), account?.sub ?? budget);
    if (granted.kind !== 'granted') {
      this.audit.record({ ...this.#facts(account, origin), type: refusals[granted.kind], details: { until: granted.until } });
      return granted;
    }
    if (!(await this.#look(account, password, budget))) {
      this.audit.record({ ...this.#facts(account, origin), type: 'password_wrong' });
      return { kind: 'wrong' };
    }
    await this.attempts.forget(budget);
    if (account === undefined) return { kind: 'wrong' };
    const opened = newId();
    this.audit.record({ ...this.#facts(account, { ...origin, login: opened }), type: 'password_right' });
    return { kind: 'right', account, login: opened };
  }

  /** A password that the queue refused was not looked at. Whatever else fails may have been hashed, and stays counted. */
  async #look(account: Account | undefined, password: string, budget: string): Promise<boolean> {
    try {
      return await this.#right(account, password);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'hashing_busy') {
        await this.attempts.giveBack(budget, this.clock.now(), this.settings.limits());
      }
      throw error;
    }
  }

  async #right(account: Account | undefined, password: string): Promise<boolean> {
    const { passwords, hashes } = this.stores;
    const open = account !== undefined && !account.locked && !account.passwordLocked ? account : undefined;
    // The same reads for everyone: an account that does not exist must not answer faster.
    const hash = await passwords.findHash(account?.sub ?? '00000000-0000-4000-8000-000000000000');
    const { right, stale } = await hashes.check(open === undefined ? undefined : hash, password);
    if (right && stale && open !== undefined && hash !== undefined) await this.#renew(open.sub, hash, password);
    return right;
  }

  /** Only an improvement: it must neither undo a change made meanwhile nor keep a person out who typed the right password. */
  async #renew(sub: string, hash: string, password: string): Promise<void> {
    const { passwords, hashes } = this.stores;
    try {
      await passwords.saveHash(sub, await hashes.hash(password), hash);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  #facts(account: Account | undefined, origin: AuditOrigin): AuditFacts {
    const sub = account === undefined ? {} : { sub: account.sub };
    return { ...origin, ...sub, at: this.clock.now(), method: 'password' };
  }
}

/**
 * What is typed as a login has a budget, whether or not the account exists (R18). A browser that got into the account before
 * has one of its own: strangers can't lock its person out by guessing.
 */
function budgetOf(name: string, browser: string | undefined): string {
  return createHash('sha256')
    .update(browser === undefined ? `login\n${name}` : `browser\n${browser}\n${name}`)
    .digest('base64url');
}
