import type { Actor } from '@blitz/audit';
import type { Privilege } from '../application/privilege.ts';

/** Who deals with an application, and what they may do. */
export interface ApplicationDeed {
  readonly clientId: string;
  readonly actor: Actor;
  readonly held: readonly Privilege[];
}

/** The same with an application that is known. */
export interface DeedOnVersion extends ApplicationDeed {
  readonly expectedVersion: number;
}
