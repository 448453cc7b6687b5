import { FlashCallSettings } from '../flash-call/flash-call-settings.ts';
import type { CallLimits } from '../flash-call/limits.ts';

/** The defaults of the console; each can be changed while a test runs, as an administrator would. */
export class FakeFlashCallSettings extends FlashCallSettings {
  now: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
  attribute = 'phone_number';

  limits(): CallLimits {
    return this.now;
  }

  phoneAttribute(): string {
    return this.attribute;
  }

  defaultCountry(): string {
    return 'RU';
  }
}
