import type { PlacedCall } from './call-provider.ts';
import type { Route } from './route.ts';

/** A call that was made, as it is remembered until its challenge is forgotten. Holds no number and no code (R14). */
export interface MadeCall {
  readonly call: PlacedCall;
  readonly route: Route;
  /** When the provider had answered. */
  readonly placedAt: number;
}

/** What a right entry tells about its call: what is counted, and whether the phone may still ring. */
export interface CompletedCall {
  readonly route: Route;
  readonly placedAt: number;
  readonly canHangUp: boolean;
}

export function completedOf({ call, route, placedAt }: MadeCall): CompletedCall {
  return { route, placedAt, canHangUp: call.canHangUp };
}
