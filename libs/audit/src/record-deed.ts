import type { Clock } from '@blitz/kernel';
import type { AuditTrail } from './audit-trail.ts';
import { differenceOf } from './difference.ts';

/** Who acts: a person, or a program with a token of its own. */
export interface Actor {
  /** An account's `sub`, or the `client_id` of a program. */
  readonly id: string;
  readonly kind: 'person' | 'program';
  readonly address: string;
  readonly userAgent: string;
  readonly correlationId: string;
}

/** What an administrator did. */
export interface Deed {
  readonly actor: Actor;
  /** What was changed: `account`, `application`, `administrator`. Letters and underscores. */
  readonly resource: string;
  /** What was done to it: `created`, `changed`, `password_reset`. Letters and underscores. */
  readonly deed: string;
  /** The name or id of what was changed. */
  readonly target: string;
  /** The account that it was done to. */
  readonly sub?: string;
  /** Fields as they were, without what did not exist. Secrets and numbers in it are covered. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes to the journal who changed what, with before and after. */
export class RecordDeed {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  execute({ actor, resource, deed, target, sub, before, after }: Deed): void {
    const { address, userAgent, correlationId, id, kind } = actor;
    const change = differenceOf(before, after);
    this.audit.record({
      type: 'administration',
      at: this.clock.now(),
      address,
      userAgent,
      correlationId,
      ...(kind === 'program' ? { clientId: id } : {}),
      ...(sub === undefined ? {} : { sub }),
      details: { resource, deed, target, actor: id, ...(Object.keys(change).length === 0 ? {} : { change }) },
    });
  }
}
