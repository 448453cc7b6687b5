import type { Actor } from '@blitz/audit';
import type { Privilege } from '../application/privilege.ts';

/** Who helps, and what they may do. */
export interface Carer {
  readonly actor: Actor;
  readonly privileges: readonly Privilege[];
}
