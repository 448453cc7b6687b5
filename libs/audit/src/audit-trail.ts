import type { AuditEvent } from './audit-event.ts';

/** Where events are written. */
export abstract class AuditTrail {
  /** Never throws and never waits: a login does not stand still for its journal. */
  abstract record(event: AuditEvent): void;
  /** Resolves when everything recorded so far is written. */
  abstract flush(): Promise<void>;
}
