import type { Route } from './route.ts';

/** Whose fault, and on the way whereto, where that is known. */
export type FaultOf = Pick<Route, 'procedure'> & Partial<Pick<Route, 'destination'>>;

/**
 * What became of calls, by who made them and whereto: for the administrator's charts, for choosing a provider, and against
 * those who have calls made that nobody enters a code of. Counting is never waited for and never stops a call.
 */
export abstract class CallLedger {
  /** The procedure was asked to make a call. */
  abstract offered(route: Route): void;
  abstract placed(route: Route): void;
  /** `because`: from closed lists in the code; `hint`: for the administrator, no number and no answer of the provider. */
  abstract failed(route: Route, because: string, hint: string): void;
  /** What was said of a call that was made could not be read, or an entry not be checked: kept among the last faults, counted nowhere. */
  abstract fault(of: FaultOf, because: string, hint: string): void;
  /** The right code was entered, so many milliseconds after the provider's answer. */
  abstract completed(route: Route, tookMs: number): void;
}
