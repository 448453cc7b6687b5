import type { GuardLimits } from './guard-limits.ts';

/** What the administrator says about the guards, as of now. */
export abstract class GuardSettings {
  abstract guards(): GuardLimits;
}
