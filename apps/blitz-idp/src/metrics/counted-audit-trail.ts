import { AuditTrail, type AuditEvent } from '@blitz/audit';
import type { Registry } from '@blitz/platform';
import { Counter } from 'prom-client';

/**
 * What is worth an event is worth a number: calls and entries by outcome, blocks, passwords, all counted where they are
 * recorded. Labels come from closed lists in the code.
 */
export class CountedAuditTrail extends AuditTrail {
  readonly #counter: Counter<'type' | 'reason'>;

  constructor(
    private readonly trail: AuditTrail,
    registry: Registry,
  ) {
    super();
    this.#counter = new Counter({
      name: 'blitz_events_total',
      help: 'Events by type: call_asked, call_placed, call_failed, entry_right, entry_wrong, method_blocked, …',
      labelNames: ['type', 'reason'],
      registers: [registry],
    });
  }

  record(event: AuditEvent): void {
    const { details } = event;
    const reason = details !== undefined && 'reason' in details && typeof details.reason === 'string' ? details.reason : '';
    this.#counter.inc({ type: event.type, reason });
    this.trail.record(event);
  }

  flush(): Promise<void> {
    return this.trail.flush();
  }
}
