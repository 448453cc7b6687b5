import type { CallView } from '@blitz/factors';
import type { LiveState } from '@blitz/pages';

/** The words under which the page shows what is known beyond the state: what the phone does says more than that it takes long. */
export function liveOf({ ring, slow }: Extract<CallView, { kind: 'open' }>): LiveState | undefined {
  return ring ?? (slow === true ? 'slow' : undefined);
}
