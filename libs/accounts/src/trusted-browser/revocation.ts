import type { AuditEvent, AuditOrigin } from '@blitz/audit';

/** A password change revokes in its own transaction: see `ChangePassword`. */
export type RevocationReason = 'factor_changed' | 'reset' | 'person_asked' | 'administrator_asked';

export interface Revocation extends AuditOrigin {
  readonly reason: RevocationReason;
}

export function browsersRevoked({ reason, ...origin }: Revocation, sub: string, count: number, at: number): AuditEvent {
  return { ...origin, type: 'browsers_revoked', at, sub, details: { reason, count } };
}
