import { auditDetails, type DetailKind } from './audit-details.ts';
import type { AuditEvent } from './audit-event.ts';
import { loginName } from './login-name.ts';
import { printable } from './printable.ts';

const longest = {
  sub: 128,
  sid: 128,
  clientId: 256,
  address: 64,
  userAgent: 256,
  correlationId: 128,
} as const;

const fits: { readonly [Kind in DetailKind]: (value: unknown) => boolean } = {
  count: (value) => isWhole(value, 0, 999),
  ms: (value) => isWhole(value, 0, 600_000),
  instant: (value) => isWhole(value, 1_000_000_000_000, 9_999_999_999_999),
  version: (value) => isWhole(value, 0, 999_999_999),
  flag: (value) => typeof value === 'boolean',
  word: (value) => matches(value, /^[A-Za-z_]{1,64}$/),
  name: (value) => matches(value, /^(?=(?:\D*\d){0,3}\D*$)[a-z][a-z0-9_-]{0,63}$/),
  hint: (value) => matches(value, /^(?=(?:\D*\d){0,3}\D*$)[\w ,.:;'()/-]{0,120}$/),
  actor: isName,
  target: isName,
  difference: (value) => typeof value === 'object' && value !== null && JSON.stringify(value).length <= 30_000,
  id: (value) => matches(value, /^(?=.*[A-Za-z])[\w-]{8,128}$/),
};

/**
 * An event as it is written: texts from outside cut and made printable, and only those details that its type allows. What the
 * compiler could not see (a value that is not what its key says) is left out; the event itself is never lost for it.
 */
export function cleanAuditEvent<Event extends AuditEvent>(event: Event): Event {
  const { at, login, method, details } = event;
  const facts: Record<string, unknown> = { type: event.type, at: whole(at) };
  for (const [name, length] of Object.entries(longest)) {
    const value = event[name as keyof typeof longest];
    if (typeof value === 'string') facts[name] = printable(value, length);
  }
  if (typeof login === 'string') facts['login'] = loginName(login);
  if (fits.word(method)) facts['method'] = method;
  const kept = cleanDetails(auditDetails[event.type], details ?? {});
  if (kept.length > 0) facts['details'] = Object.fromEntries(kept);
  return facts as unknown as Event;
}

function cleanDetails(kinds: Readonly<Record<string, DetailKind>>, details: object): [string, unknown][] {
  return Object.entries(details).filter(([key, value]) => {
    const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    return kind !== undefined && fits[kind](value);
  });
}

/** An account's `sub`, or a name without spaces that is no number. */
function isName(value: unknown): boolean {
  return matches(value, /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/) || matches(value, /^(?=.*[A-Za-z])(?!.*\d[\d-]{6})[\w.:@-]{1,128}$/);
}

function whole(at: number): number {
  return Number.isFinite(at) ? Math.round(at) : 0;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function matches(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
