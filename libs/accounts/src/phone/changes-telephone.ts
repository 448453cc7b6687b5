import type { Attributes } from '../account/account.ts';

/** What could be a telephone number, in whichever attribute the administrator keeps it and in whichever way it is written. */
const telephoneLike = /^[+\d(][\d\s().\p{Pd}/]{5,}$/u;

/**
 * Whether another telephone is behind the account after this change, or one more, or one less. Which attribute is called is a
 * setting that can change any day, so every attribute that holds a number counts.
 */
export function changesTelephone(before: Attributes, after: Attributes): boolean {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].some((name) => {
    const [old, now] = [before[name], after[name]];
    return old !== now && [old, now].some((value) => value !== undefined && telephoneLike.test(value.normalize('NFKC').trim()));
  });
}
