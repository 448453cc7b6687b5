import { FlashCallSettings, type CallLimits } from '@blitz/factors';
import type { LiveSettings } from '@blitz/settings';

/** What the administrator says of the incoming call, in the units of its rules. */
export class LiveFlashCallSettings extends FlashCallSettings {
  constructor(private readonly live: LiveSettings) {
    super();
  }

  limits(): CallLimits {
    const { flashCall } = this.live.current();
    return {
      codeLength: flashCall.codeLength,
      validityMs: flashCall.validitySec * 1000,
      tries: flashCall.attemptsPerLogin,
      total: flashCall.totalAttempts,
      blockMs: flashCall.blockMin * 60_000,
      delayMs: flashCall.resendDelaySec * 1000,
    };
  }

  phoneAttribute(): string {
    return this.live.current().flashCall.phoneAttribute;
  }

  defaultCountry(): string {
    return this.live.current().phone.defaultCountry;
  }
}
