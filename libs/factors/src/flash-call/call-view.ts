import { openEntries } from './checks/asked-entries.ts';
import { outstandingUntil, settle } from './call-rules.ts';
import type { Ending } from './challenge.ts';
import { slowMs, type CallLimits } from './limits.ts';
import type { Ring } from './ring.ts';
import type { Standing } from './standing.ts';

/** What one login may know about its call. Seconds count from now, by the server's clock, and are rounded up. */
export type CallView =
  | {
      readonly kind: 'offered';
      readonly press: number;
      readonly nextCallInSec: number;
      /** R11: another login of the account asked for a call after this one did. */
      readonly superseded: boolean;
      readonly budgetLeft: number;
    }
  | {
      readonly kind: 'open';
      readonly state: 'queued' | 'dialling' | 'awaiting';
      /** What the phone does, if the provider tells. */
      readonly ring?: Ring;
      /** The dialler is at it for longer than usual; while it is not, in how many seconds it will be. */
      readonly slow?: true;
      readonly slowInSec?: number;
      /** The provider is being asked about digits that were typed. */
      readonly checking?: true;
      readonly challengeId: string;
      readonly press: number;
      readonly triesLeft: number;
      readonly expiresInSec?: number;
      readonly nextCallInSec: number;
    }
  | {
      readonly kind: 'closed';
      readonly because: Ending;
      readonly challengeId: string;
      readonly press: number;
      readonly nextCallInSec: number;
    }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'blocked'; readonly until: number };

export interface Looking {
  readonly login: string;
  /** The challenge that this browser was asked with, if any: tells whether another login took its place. */
  readonly asked: string | undefined;
  readonly now: number;
}

/** What the page of this login shows, wherever the account stands. Changes nothing. */
export function viewOf(standing: Standing, { login, asked, now }: Looking, limits: CallLimits): CallView {
  const { challenge, presses, nextCallAt, spent, blockedUntil } = settle(standing, now);
  if (blockedUntil > 0) return { kind: 'blocked', until: blockedUntil };
  const press = presses + 1;
  const nextCallInSec = secondsUntil(Math.max(nextCallAt, outstandingUntil(challenge)), now);
  if (challenge?.login !== login) {
    const superseded = asked !== undefined && challenge !== undefined;
    return { kind: 'offered', press, nextCallInSec, superseded, budgetLeft: Math.max(0, limits.total - spent) };
  }
  const challengeId = challenge.id;
  switch (challenge.state) {
    case 'confirmed':
      return { kind: 'confirmed' };
    case 'closed':
      return { kind: 'closed', because: challenge.because, challengeId, press, nextCallInSec };
    case 'queued':
      return { kind: 'open', state: 'queued', challengeId, press, triesLeft: limits.tries, nextCallInSec };
    case 'dialling': {
      const live = { ...ringOf(challenge), ...slowness(challenge.since, now) };
      return { kind: 'open', state: 'dialling', ...live, challengeId, press, triesLeft: limits.tries, nextCallInSec };
    }
    case 'awaiting': {
      const { triesLeft, expiresAt } = challenge;
      // Typed in time, digits may still turn out right.
      const checking = openEntries(challenge, now).length > 0;
      const over = expiresAt <= now ? 'expired' : triesLeft <= 0 ? 'burned' : undefined;
      if (over !== undefined && !checking) return { kind: 'closed', because: over, challengeId, press, nextCallInSec };
      const expiresInSec = secondsUntil(expiresAt, now);
      return { kind: 'open', state: 'awaiting', ...ringOf(challenge), ...(checking ? { checking } : {}), challengeId, press, triesLeft, expiresInSec, nextCallInSec };
    }
  }
}

function ringOf({ ring }: { readonly ring?: Ring }): { readonly ring?: Ring } {
  return ring === undefined ? {} : { ring };
}

function slowness(since: number, now: number): { readonly slow: true } | { readonly slowInSec: number } {
  return now - since >= slowMs ? { slow: true } : { slowInSec: secondsUntil(since + slowMs, now) };
}

function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000));
}
