import { randomUUID } from 'node:crypto';
import type { Challenge } from '@blitz/factors';

/** A person with a telephone, at the second factor of a login. */
export interface Someone {
  readonly number: string;
  readonly sub: string;
  readonly login: string;
}

/** Dialler processes find the telephone in the account's name. */
export function someone(turn: number): Someone {
  const number = `7916${String(1_000_000 + turn)}`;
  return { number: `+${number}`, sub: `${number}-${randomUUID()}`, login: randomUUID() };
}

export function endOf(challenge: Challenge | undefined): { readonly state: string; readonly because: string } {
  return { state: challenge?.state ?? '', because: challenge?.state === 'closed' ? challenge.because : '' };
}
