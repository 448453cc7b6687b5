import { maskPhoneNumber, readPhoneNumber, type Account, type Accounts, type Administrators, type Passwords } from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';
import { settle } from '../flash-call/call-rules.ts';
import type { Challenges } from '../flash-call/challenges.ts';
import type { ChallengeState } from '../flash-call/challenge.ts';
import type { Level } from '../login/next-step.ts';
import type { PasswordAttempts, PasswordStanding } from '../password/password-attempts.ts';
import type { CareSetting, CareSettings } from './care-settings.ts';

/** How an account stands, for whoever helps its person. Moments are milliseconds since the epoch. */
export interface AccountSecurity {
  readonly account: Account;
  /** Only those may help who appoint administrators. */
  readonly isAdministrator: boolean;
  /** Of the account and the configuration the stricter one. Applications may ask for more. */
  readonly effectiveLevel: Level;
  readonly password: PasswordStanding & {
    /** Undefined: there is none. */
    readonly setAt: number | undefined;
    readonly total: number;
  };
  readonly call: CallStanding;
}

export interface CallStanding {
  readonly offered: boolean;
  readonly attribute: string;
  /** R14: masked. Undefined without a valid number (R15). */
  readonly number: string | undefined;
  /** R8: calls and entries. */
  readonly spent: number;
  readonly total: number;
  /** 0 without a block. */
  readonly blockedUntil: number;
  /** Of the last call. */
  readonly state: ChallengeState | undefined;
  readonly triesLeft: number | undefined;
  /** R16: no call before this; 0 when it may be now. */
  readonly nextCallAt: number;
}

export interface SecurityStores {
  readonly accounts: Accounts;
  readonly administrators: Administrators;
  readonly passwords: Passwords;
  readonly attempts: PasswordAttempts;
  readonly challenges: Challenges;
}

/** Tells how an account stands. Changes nothing. */
export class ReadSecurity {
  constructor(
    private readonly stores: SecurityStores,
    private readonly settings: CareSettings,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account_unknown` */
  async execute(sub: string): Promise<AccountSecurity> {
    const now = this.clock.now();
    const { accounts, administrators, passwords, attempts } = this.stores;
    const account = await accounts.get(sub);
    const [setting, administrator, setAt, standing, call] = await Promise.all([
      this.settings.read(),
      administrators.find(sub),
      passwords.changedAt(sub),
      attempts.look(sub, now),
      this.#call(account, now),
    ]);
    return {
      account,
      isAdministrator: administrator !== undefined,
      effectiveLevel: Math.max(setting.level, account.requiredFactor ?? 1) === 2 ? 2 : 1,
      password: { ...standing, setAt, total: setting.passwordTotal },
      call: { ...call, ...offer(account, setting) },
    };
  }

  async #call({ sub }: Account, now: number): Promise<Omit<CallStanding, keyof ReturnType<typeof offer>>> {
    const { challenge, spent, blockedUntil, nextCallAt } = settle(await this.stores.challenges.look(sub), now);
    return {
      spent,
      blockedUntil,
      state: challenge?.state,
      triesLeft: challenge?.state === 'awaiting' ? challenge.triesLeft : undefined,
      nextCallAt: nextCallAt > now ? nextCallAt : 0,
    };
  }
}

function offer(account: Account, { callOffered, phoneAttribute, defaultCountry, limits }: CareSetting) {
  const value = account.attributes[phoneAttribute];
  const number = value === undefined ? undefined : readPhoneNumber(value, defaultCountry);
  return { offered: callOffered, attribute: phoneAttribute, number: number === undefined ? undefined : maskPhoneNumber(number), total: limits.total };
}
