import type { FactorKind } from '../factor-kind.ts';
import type { FactorTable } from '../factor-table.ts';

/** Ours: how many factors a login went through. */
export const acr = { oneFactor: 'urn:blitz:acr:one-factor', twoFactors: 'urn:blitz:acr:two-factors' } as const;
export type Acr = (typeof acr)[keyof typeof acr];

/** RFC 8176: a browser that was trusted earlier stood in for the second factor. It is no factor, and the `acr` stays at one. */
export const trustedBrowserAmr = 'rba';

export interface LoginAssurance {
  readonly acr: Acr;
  readonly amr: readonly string[];
}

/** What a finished login is worth: password and call give `["pwd","tel","mfa","mca"]`. */
export function assuranceOf(proved: readonly FactorKind[], trusted: boolean, factors: FactorTable): LoginAssurance {
  const assurances = proved.map((kind) => factors[kind].assurance);
  const several = new Set(proved).size > 1;
  const amr = [
    ...assurances.map((each) => each.amr),
    ...(several ? ['mfa'] : []),
    ...(several && assurances.some((each) => each.ownChannel) ? ['mca'] : []),
    ...(!several && trusted ? [trustedBrowserAmr] : []),
  ];
  return { acr: several ? acr.twoFactors : acr.oneFactor, amr };
}
