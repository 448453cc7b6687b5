import type { Calls } from '../../telephone/calls.ts';

/** Whether the call showed a number that ends in what was typed; undefined if there is no such call. Fewer than three digits prove nothing. */
export function endsIn(calls: Calls, id: string, typed: unknown): boolean | undefined {
  const from = calls.find(id)?.from ?? undefined;
  if (from === undefined) return undefined;
  return typeof typed === 'string' && /^\+?[0-9]{3,15}$/.test(typed) && from.endsWith(typed);
}
