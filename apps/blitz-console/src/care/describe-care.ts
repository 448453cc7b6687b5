import type { Session, TrustedBrowser } from '@blitz/accounts';
import type { AccountSecurity } from '@blitz/factors';
import type { Static } from 'typebox';
import type { Caller } from '../access/caller.ts';
import { moment, momentOrNull } from '../api/words.ts';
import type { Browser, PersonSession, Security } from './care-words.ts';

export function describeSecurity({ account, password, call, isAdministrator, effectiveLevel }: AccountSecurity, { privileges }: Caller, now: number): Static<typeof Security> {
  const until = (at: number): string | null => (at === 0 ? null : moment(at));
  return {
    sub: account.sub,
    login: account.login,
    is_administrator: isAdministrator,
    may_help: !isAdministrator || privileges.includes('w_admin'),
    locked: account.locked,
    required_level: account.requiredFactor,
    effective_level: effectiveLevel,
    now: moment(now),
    password: {
      set_at: momentOrNull(password.setAt),
      locked: account.passwordLocked,
      spent: password.failures,
      total: password.total,
      waits_until: until(password.waitsUntil),
      blocked_until: until(password.blockedUntil),
    },
    call: {
      offered: call.offered,
      attribute: call.attribute,
      number: call.number ?? null,
      spent: call.spent,
      total: call.total,
      blocked_until: until(call.blockedUntil),
      state: call.state ?? null,
      tries_left: call.triesLeft ?? null,
      next_call_at: until(call.nextCallAt),
    },
  };
}

export function describeBrowser({ id, createdAt, lastUsedAt, expiresAt, address, userAgent }: TrustedBrowser): Static<typeof Browser> {
  return { id, made_at: moment(createdAt), last_used_at: moment(lastUsedAt), expires_at: moment(expiresAt), address, user_agent: userAgent };
}

/** @param nameOf an application, by its client id */
export function describeSession({ id, begunAt, lastUsedAt, expiresAt, address, userAgent, applications }: Session, nameOf: (clientId: string) => string): Static<typeof PersonSession> {
  return {
    id,
    begun_at: moment(begunAt),
    last_used_at: moment(lastUsedAt),
    expires_at: moment(expiresAt),
    address,
    user_agent: userAgent,
    applications: applications.map((clientId) => ({ client_id: clientId, name: nameOf(clientId) })),
  };
}
