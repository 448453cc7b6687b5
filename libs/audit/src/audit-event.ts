import type { AuditEventType, DetailsOf } from './audit-details.ts';

/** Where a request came from, and which login it belongs to. */
export interface AuditOrigin {
  readonly address?: string;
  readonly userAgent?: string;
  readonly correlationId?: string;
  readonly clientId?: string;
  /** The login's id. Only a name made from it is kept: see `loginName`. */
  readonly login?: string;
}

export interface AuditFacts extends AuditOrigin {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly sub?: string;
  readonly sid?: string;
  readonly method?: string;
}

type EventOf<Type extends AuditEventType> = Type extends AuditEventType
  ? AuditFacts & { readonly type: Type; readonly details?: DetailsOf<Type> }
  : never;

/** Something that happened, and may be asked about years later. */
export type AuditEvent<Type extends AuditEventType = AuditEventType> = EventOf<Type>;
