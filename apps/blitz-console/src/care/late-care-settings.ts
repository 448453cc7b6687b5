import { CareSettings, type CareSetting } from '@blitz/factors';
import type { LateSettings } from '../settings/late-settings.ts';

/** What the administrator has set, in the units that the rules count in. */
export class LateCareSettings extends CareSettings {
  constructor(private readonly settings: LateSettings) {
    super();
  }

  async read(): Promise<CareSetting> {
    const { login, password, factors, flashCall, phone } = await this.settings.current();
    const offered: readonly string[] = factors.second.filter(({ enabled }) => enabled).map(({ method }) => method);
    return {
      level: login.requiredFactor,
      passwordTotal: password.maxAttempts,
      callOffered: offered.includes('flashCall'),
      limits: {
        codeLength: flashCall.codeLength,
        validityMs: flashCall.validitySec * 1000,
        tries: flashCall.attemptsPerLogin,
        total: flashCall.totalAttempts,
        blockMs: flashCall.blockMin * 60_000,
        delayMs: flashCall.resendDelaySec * 1000,
      },
      phoneAttribute: flashCall.phoneAttribute,
      defaultCountry: phone.defaultCountry,
    };
  }
}
