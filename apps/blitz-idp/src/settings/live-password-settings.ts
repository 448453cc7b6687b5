import { PasswordSettings, type PasswordLimits } from '@blitz/factors';
import type { LiveSettings } from '@blitz/settings';

/** Slips of the finger cost no waiting; then the wait doubles with each wrong password, up to this. */
const freeTries = 3;
const longestMs = 30_000;

export class LivePasswordSettings extends PasswordSettings {
  constructor(private readonly live: LiveSettings) {
    super();
  }

  limits(): PasswordLimits {
    const { maxAttempts, blockMin, delayMs } = this.live.current().password;
    return { total: maxAttempts, blockMs: blockMin * 60_000, freeTries, delayMs, longestMs };
  }
}
