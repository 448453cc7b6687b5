import type { AuditEventType } from './audit-details.ts';
import type { AuditEvent } from './audit-event.ts';

export interface AuditQuery {
  readonly sub?: string;
  readonly types?: readonly AuditEventType[];
  /** From this moment on (milliseconds since the epoch). */
  readonly from?: number;
  /** Before this moment. */
  readonly before?: number;
  /** 100 when left out, never more than 1000. */
  readonly limit?: number;
}

/** Reads the journal. */
export abstract class AuditEvents {
  /** Newest first. */
  abstract find(query: AuditQuery): Promise<readonly AuditEvent[]>;
}
