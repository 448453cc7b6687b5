import type { CallView } from '@blitz/factors';
import type { CallRefusal } from './call-refusals.ts';

/** For headless clients: laid over what is said of the call. While a code can be entered, only the wait for another call changes. */
export function describeRefusal(view: CallView, refusal: CallRefusal | undefined): Record<string, unknown> {
  if (refusal === undefined) return {};
  const open = view.kind === 'open';
  if (refusal.kind === 'not_callable') return open ? {} : { inquire: 'choose_one', items: [], errors: [{ code: 'not_callable' }] };
  const guarded = Math.ceil((refusal.until - refusal.now) / 1000);
  const wait = Math.max(guarded, 'nextCallInSec' in view ? view.nextCallInSec : 0);
  return { retry_after: wait, ...(open ? {} : { errors: [{ code: 'calls_limited' }] }) };
}
