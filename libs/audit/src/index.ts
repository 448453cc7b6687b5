export { auditDetails, auditEventTypes } from './audit-details.ts';
export type { AuditEventType, DetailKind, DetailsOf, DetailValues } from './audit-details.ts';
export type { AuditEvent, AuditFacts, AuditOrigin } from './audit-event.ts';
export { AuditTrail } from './audit-trail.ts';
export { AuditEvents } from './audit-events.ts';
export type { AuditQuery } from './audit-events.ts';
export { cleanAuditEvent } from './clean-audit-event.ts';
export { loginName, loginStem } from './login-name.ts';
export { printable } from './printable.ts';
