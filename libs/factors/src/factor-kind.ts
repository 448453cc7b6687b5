/** Every factor that is built. A new kind does not compile until the factor table has it. */
export const factorKinds = ['password', 'flashCall'] as const;
export type FactorKind = (typeof factorKinds)[number];
