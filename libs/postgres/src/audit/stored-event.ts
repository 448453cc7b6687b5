import { randomUUID } from 'node:crypto';
import { cleanAuditEvent, type AuditEvent } from '@blitz/audit';

/** A clean event and the name under which it is written once, however often it is tried. */
export interface StoredEvent {
  readonly event: string;
  readonly said: AuditEvent;
}

export function storedEvent(said: AuditEvent): StoredEvent {
  return { event: randomUUID(), said: cleanAuditEvent(said) };
}
