import type { AuditEventType } from '../audit-details.ts';
import type { AuditEvent } from '../audit-event.ts';
import { AuditTrail } from '../audit-trail.ts';
import { cleanAuditEvent } from '../clean-audit-event.ts';

/** Keeps events in memory, as clean as the real one would write them. */
export class FakeAuditTrail extends AuditTrail {
  readonly events: AuditEvent[] = [];

  record(event: AuditEvent): void {
    this.events.push(cleanAuditEvent(event));
  }

  flush(): Promise<void> {
    return Promise.resolve();
  }

  types(): AuditEventType[] {
    return this.events.map((event) => event.type);
  }
}
