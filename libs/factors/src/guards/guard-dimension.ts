/** What calls are counted by, from the narrowest to the widest. */
export const guardDimensions = ['number', 'prefix', 'country', 'address', 'application', 'total'] as const;
export type GuardDimension = (typeof guardDimensions)[number];
