import type { AskedEntry } from './checks/asked-entries.ts';
import type { MadeCall } from './made-call.ts';
import type { Ring } from './ring.ts';

/**
 * One account asked once, in one login, to prove that it holds the phone.
 *
 *            call               claim                placed              enter, right
 *   (none) ────────▶ queued ──────────▶ dialling ──────────▶ awaiting ──────────────▶ confirmed
 *      ▲               │ 60 s            │ failed              │ tries, time, budget
 *      │               ▼                 ▼                     ▼
 *      └─ call ──── closed ◀─────────────┴─────────────────────┘
 *
 * `queued` carries where the press came from as far as the dialler: it is not needed longer.
 * Where the provider keeps the code, `awaiting` goes on while the last entry is asked about (check-rules.ts).
 * `made` is missing in what older versions wrote.
 * `closed` never opens again: only another call helps (R5, R7).
 */
export type Challenge = { readonly id: string; readonly login: string } & (
  | { readonly state: 'queued'; readonly since: number; readonly address: string; readonly locale: string }
  | { readonly state: 'dialling'; readonly since: number; readonly ring?: Ring }
  | Awaiting
  | { readonly state: 'confirmed'; readonly made?: MadeCall }
  | { readonly state: 'closed'; readonly because: Ending }
);

/** Who can tell whether an entry is right: we, by the digest, or the provider alone, who is asked. */
export type Verification = { readonly verifiedBy: 'digest'; readonly digest: string } | { readonly verifiedBy: 'provider' };

type Awaiting = Verification & {
  readonly state: 'awaiting';
  readonly triesLeft: number;
  readonly expiresAt: number;
  readonly made?: MadeCall;
  readonly ring?: Ring;
  /** What the provider is asked about just now. */
  readonly asked?: readonly AskedEntry[];
};

export type ChallengeState = Challenge['state'];

/** Why a code of this challenge can't help any more. */
export const endings = [
  'burned', // R7: the tries are gone, or the budget is
  'expired', // R5
  'late', // R17: nobody took the job in time; the call was paid back
  'interrupted', // the dialler died or the provider stayed silent: whether it rang can't be known, so it stays paid
  'not_queued', // we failed before anybody could dial (no queue, no directory); paid back
  'reset', // an administrator had the factor begin anew
  'number_changed', // the account's number is no longer the one that was asked about; paid back
  'code_too_short', // R4
  'provider_refused', // the provider said that it made no call; paid back
  'provider_unavailable', // nobody could be asked: out of reach, at rest, none for this number, or our own procedure; paid back
  'provider_failed', // the provider failed in a way that leaves open whether it rang
] as const;

export type Ending = (typeof endings)[number];
