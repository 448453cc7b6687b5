import type { Actor } from '@blitz/audit';
import type { Stamp } from '../store/procedure-store.ts';

/** What a save is stamped with. */
export function stampOf({ id: author, address, userAgent: browser }: Actor): Stamp {
  return { author, address, browser };
}
