import type { Finished } from '../../loop/finished.ts';

type Failure = Extract<Finished, { kind: 'failed' }>;

/** What says nothing of the provider: our own sandbox. */
const ours = new Set(['sandbox_broke']);
/** The provider as a whole is no use: it is down, has enough of us, or our account with it is no good. */
const statuses = new Set([401, 402, 403, 429]);

/**
 * Whether a failure is the provider's rather than this one number's: a person whose number is refused again and again must not
 * take the provider from everybody else.
 */
export function isBroken({ fault, status }: Failure): boolean {
  if (status !== undefined && (statuses.has(status) || status >= 500)) return true;
  return fault !== 'said_so' && !ours.has(fault);
}
