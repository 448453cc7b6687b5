import type { CallLimits } from '../flash-call/limits.ts';
import type { Level } from '../login/next-step.ts';

/** What the administrator has set, as far as one needs it to understand how an account stands. */
export interface CareSetting {
  /** How many factors are asked for where the account says nothing. */
  readonly level: Level;
  /** Wrong passwords until the block. */
  readonly passwordTotal: number;
  /** Whether the call is switched on as a second factor. */
  readonly callOffered: boolean;
  readonly limits: CallLimits;
  readonly phoneAttribute: string;
  readonly defaultCountry: string;
}

/** The settings in force. */
export abstract class CareSettings {
  abstract read(): Promise<CareSetting>;
}
