import type { GuardDimension } from './guard-dimension.ts';

/** As libphonenumber tells them apart. In North America and elsewhere it can't tell a mobile number from a fixed one. */
export const numberTypes = ['mobile', 'fixed_line_or_mobile', 'fixed_line', 'voip'] as const;
export type NumberType = (typeof numberTypes)[number];

/** When a prefix goes quiet: many calls are made to it, hardly anybody enters a code. */
export interface PumpingLimits {
  /** Calls in the last hour that it takes; 0: never quiet. */
  readonly calls: number;
  /** Quiet when fewer of a hundred were completed. */
  readonly percent: number;
  readonly quietMs: number;
  /** A younger call may still be completed, and isn't judged. */
  readonly openMs: number;
}

/** What the administrator allows, in the units that the guards count in. */
export interface GuardLimits {
  readonly counts: { readonly [Dimension in GuardDimension]: { readonly most: number; readonly windowMs: number } };
  readonly pumping: Omit<PumpingLimits, 'openMs'>;
  readonly numberTypes: readonly NumberType[];
  /** ISO 3166 codes; an empty list allows every country. */
  readonly countries: readonly string[];
}

/** Calls are judged over the last hour. */
export const pumpingWindowMs = 3_600_000;
