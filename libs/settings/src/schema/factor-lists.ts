/** A method as the lists of `login.factors` name it; the order is the order shown. */
export interface FactorEntry {
  readonly method: string;
  readonly enabled: boolean;
}

/** First and second factors. May name methods that this version doesn't have. */
export type FactorLists = readonly [first: readonly FactorEntry[], second: readonly FactorEntry[]];

/** What this version can do. Other methods in the lists are warned about and never offered. */
export const supportedMethods = { first: ['password'], second: ['flashCall'] } as const;
export type FirstMethod = (typeof supportedMethods.first)[number];
export type SecondMethod = (typeof supportedMethods.second)[number];

/** What is offered: the file's methods only, in the saved order and with the saved switches as far as there are any. */
export function mergeFactorLists(file: FactorLists, saved: FactorLists): FactorLists {
  const merge = (listed: readonly FactorEntry[], wanted: readonly FactorEntry[]): readonly FactorEntry[] => [
    ...wanted.filter(({ method }) => listed.some((entry) => entry.method === method)),
    ...listed.filter(({ method }) => !wanted.some((entry) => entry.method === method)),
  ];
  return [merge(file[0], saved[0]), merge(file[1], saved[1])];
}
