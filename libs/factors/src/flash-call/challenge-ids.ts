import { createHmac } from 'node:crypto';
import type { Account } from '@blitz/accounts';
import { newChallengeId } from './challenge-id.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';
import { phoneOf } from './phone-of.ts';

const tagLength = 11;

/**
 * Names of challenges, each bound to the telephone that is to ring: an account whose number changes meanwhile proves nothing
 * with a call to the old one. The name holds no number, only a tag that nobody makes without the server's key (R14).
 */
export class ChallengeIds {
  readonly #key: Buffer;

  constructor(
    key: Buffer,
    private readonly settings: FlashCallSettings,
  ) {
    this.#key = key;
  }

  /** @returns undefined for an account without a valid number (R15) */
  next(account: Account): string | undefined {
    const tag = this.#tagOf(account);
    return tag === undefined ? undefined : `${newChallengeId(account.sub)}${tag}`;
  }

  /** Whether the telephone that this challenge rings, or rang, is the one that the account has now. */
  isOf(challengeId: string, account: Account): boolean {
    const tag = this.#tagOf(account);
    return tag !== undefined && challengeId.startsWith(`${account.sub}.`) && challengeId.endsWith(tag);
  }

  #tagOf(account: Account): string | undefined {
    const number = phoneOf(account, this.settings);
    if (number === undefined) return undefined;
    return createHmac('sha256', this.#key).update(`${account.sub}\n${number}`).digest('base64url').slice(0, tagLength);
  }
}
