import type { CallLimits } from './limits.ts';

/** What the administrator says about the method, as of now. */
export abstract class FlashCallSettings {
  abstract limits(): CallLimits;
  /** The account's attribute with the number to call. */
  abstract phoneAttribute(): string;
  /** ISO 3166 code of the country whose numbers may stand there without their country code. */
  abstract defaultCountry(): string;
}
