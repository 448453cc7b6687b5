export { FakeAuditTrail } from './fake-audit-trail.ts';
