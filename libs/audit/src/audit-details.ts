import type { Difference } from './difference.ts';

/**
 * Every event and what may be said about it beyond who, when and where. Names are those of the glossary.
 *
 * There is no kind of value that a code or a telephone number could travel in (R14): codes are texts, and every text here is
 * letters only, an id, or a hint with next to no digits. `cleanAuditEvent` holds callers to it at run time as well.
 */
export const auditDetails = {
  // What an administrator did, in the console or through its API; `sub` is the account that it was done to.
  administration: { resource: 'word', deed: 'word', target: 'target', actor: 'actor', change: 'difference' },
  // Into blitz-console: by `login` or by `link`.
  administrator_entered: { reason: 'word' },
  administrator_refused: { reason: 'word' },
  administrator_left: {},
  password_right: {},
  login_started: { stepUp: 'flag' },
  password_wrong: {},
  password_waits: { until: 'instant' },
  password_blocked: { until: 'instant' },
  call_asked: { budgetLeft: 'count' },
  call_repeated: {},
  call_refused: { reason: 'word', until: 'instant' },
  guard_fired: { reason: 'word', until: 'instant' },
  call_placed: { name: 'name', dialMs: 'ms' },
  call_rang: { reason: 'word' },
  call_failed: { reason: 'word', hint: 'hint', paidBack: 'flag' },
  // Of a procedure that failed, so that the next one was asked in the same press.
  provider_passed_over: { name: 'name', reason: 'word', hint: 'hint' },
  provider_rests: { name: 'name', until: 'instant' },
  provider_works: { name: 'name' },
  // The budget begins anew with it.
  entry_right: {},
  entry_wrong: { reason: 'word', hint: 'hint', triesLeft: 'count', budgetLeft: 'count' },
  entry_refused: { reason: 'word', because: 'word' },
  method_blocked: { until: 'instant' },
  login_completed: { factors: 'count', browserTrusted: 'flag' },
  login_refused: { reason: 'word' },
  browser_trusted: { until: 'instant' },
  browser_recognised: {},
  browsers_revoked: { reason: 'word', count: 'count' },
  password_changed: {},
  logged_out: {},
  tokens_issued: { grantId: 'id' },
  tokens_refreshed: { grantId: 'id' },
  tokens_revoked: { reason: 'word', grantId: 'id' },
  token_refused: { reason: 'word', grant: 'word' },
  settings_saved: { version: 'version', changed: 'count' },
  procedure_saved: { name: 'name', version: 'version' },
  plan_saved: { version: 'version', count: 'count' },
  secret_saved: { name: 'name' },
  secret_deleted: { name: 'name' },
  secrets_resealed: { changed: 'count' },
  test_call: { name: 'name', reason: 'word', hint: 'hint' },
  signing_key_made: { kid: 'id' },
  signing_key_retired: { kid: 'id' },
} as const satisfies Record<string, Readonly<Record<string, DetailKind>>>;

export type AuditEventType = keyof typeof auditDetails;

export const auditEventTypes = Object.keys(auditDetails) as readonly AuditEventType[];

/** What a detail is, and which type its value has. */
export interface DetailValues {
  /** Below 1000. */
  count: number;
  /** A duration. */
  ms: number;
  /** Milliseconds since the epoch. */
  instant: number;
  version: number;
  flag: boolean;
  /** From a list in the code: letters and underscores. */
  word: string;
  /** Of a procedure or a secret: begins with a letter, with no more than three digits. */
  name: string;
  /** For the administrator, as `timeout` or `http 503`: no more than three digits. */
  hint: string;
  /** Random and not digits alone. */
  id: string;
  /** An account's `sub`, or the `client_id` of a program. */
  actor: string;
  /** The name or id of what was changed, without a telephone number. */
  target: string;
  /** As `differenceOf` makes it: secrets covered, telephone numbers masked. */
  difference: Difference;
}

export type DetailKind = keyof DetailValues;

type Kinds<Type extends AuditEventType> = (typeof auditDetails)[Type];

/** The details that an event of this type may carry: a closed list of keys. */
export type DetailsOf<Type extends AuditEventType> = keyof Kinds<Type> extends never
  ? Readonly<Record<string, never>>
  : { readonly [Key in keyof Kinds<Type>]?: DetailValues[Kinds<Type>[Key] & DetailKind] };
