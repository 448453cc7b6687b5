import type { CallView } from '@blitz/factors';
import type { LiveState } from '@blitz/pages';

/** The words under which the page shows what is known beyond the state: the most recent news first. */
export function liveOf({ checking, ring, slow }: Extract<CallView, { kind: 'open' }>): LiveState | undefined {
  if (checking === true) return 'checking';
  return ring ?? (slow === true ? 'slow' : undefined);
}
