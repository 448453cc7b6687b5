import type { AuditEventType } from '../audit-details.ts';
import type { AuditEvent } from '../audit-event.ts';

/** What an event means for whoever caused it: it went well, it did not, or neither. */
export type Outcome = 'success' | 'failure' | 'neutral';

export const outcomes = ['success', 'failure', 'neutral'] as const satisfies readonly Outcome[];

/** Where the type alone does not tell: what it is without a `reason`, and with one. */
interface ByReason {
  readonly without: Outcome;
  readonly with: Outcome;
}

/** The one table: a new type of event does not compile until it is here. */
export const eventOutcomes = {
  administration: 'neutral',
  administrator_entered: 'success',
  administrator_refused: 'failure',
  administrator_left: 'neutral',
  password_right: 'success',
  login_started: 'neutral',
  password_wrong: 'failure',
  password_waits: 'failure',
  password_blocked: 'failure',
  call_asked: 'neutral',
  call_repeated: 'neutral',
  call_refused: 'failure',
  guard_fired: 'failure',
  call_placed: 'success',
  // A phone that is busy or out of reach may still show the number in its list of calls.
  call_rang: 'neutral',
  call_failed: 'failure',
  provider_passed_over: 'failure',
  provider_rests: 'failure',
  provider_works: 'success',
  entry_right: 'success',
  entry_wrong: 'failure',
  entry_refused: 'failure',
  method_blocked: 'failure',
  login_completed: 'success',
  login_refused: 'failure',
  browser_trusted: 'neutral',
  browser_recognised: 'success',
  browsers_revoked: 'neutral',
  password_changed: 'neutral',
  logged_out: 'neutral',
  tokens_issued: 'success',
  tokens_refreshed: 'success',
  tokens_revoked: 'neutral',
  token_refused: 'failure',
  settings_saved: 'neutral',
  procedure_saved: 'neutral',
  plan_saved: 'neutral',
  secret_saved: 'neutral',
  secret_deleted: 'neutral',
  secrets_resealed: 'neutral',
  test_call: { without: 'success', with: 'failure' },
  signing_key_made: 'neutral',
  signing_key_retired: 'neutral',
} as const satisfies Record<AuditEventType, Outcome | ByReason>;

const table: Readonly<Record<string, Outcome | ByReason | undefined>> = eventOutcomes;

export function outcomeOf({ type, details }: Pick<AuditEvent, 'type' | 'details'>): Outcome {
  const outcome = Object.hasOwn(table, type) ? table[type] : undefined;
  // Of a later version that runs beside this one.
  if (outcome === undefined) return 'neutral';
  if (typeof outcome === 'string') return outcome;
  return details !== undefined && 'reason' in details ? outcome.with : outcome.without;
}

/** Events of one type that have an outcome: all of them, or those with a reason, or those without one. */
export interface TypeWithOutcome {
  readonly type: AuditEventType;
  readonly reason: 'any' | 'with' | 'without';
}

/** Which events have this outcome. */
export function typesWith(outcome: Outcome): readonly TypeWithOutcome[] {
  return Object.entries(eventOutcomes).flatMap(([name, its]): TypeWithOutcome[] => {
    const type = name as AuditEventType;
    if (typeof its === 'string') return its === outcome ? [{ type, reason: 'any' }] : [];
    return (['with', 'without'] as const).filter((which) => its[which] === outcome).map((reason) => ({ type, reason }));
  });
}
