import { guardDimensions } from '../guards/guard-dimension.ts';
import type { GuardLimits } from '../guards/guard-limits.ts';
import { GuardSettings } from '../guards/guard-settings.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The defaults of the console; each can be changed while a test runs, as an administrator would. */
export class FakeGuardSettings extends GuardSettings {
  now: GuardLimits = {
    counts: {
      number: { most: 5, windowMs: 10 * minute },
      prefix: { most: 100, windowMs: hour },
      country: { most: 2000, windowMs: hour },
      address: { most: 100, windowMs: 10 * minute },
      application: { most: 5000, windowMs: hour },
      total: { most: 10_000, windowMs: hour },
    },
    pumping: { calls: 20, percent: 10, quietMs: hour },
    numberTypes: ['mobile', 'fixed_line_or_mobile'],
    countries: [],
  };

  /** As an administrator would who wants none of it. */
  static off(): FakeGuardSettings {
    const settings = new FakeGuardSettings();
    const counts = Object.fromEntries(guardDimensions.map((each) => [each, { most: 0, windowMs: hour }]));
    settings.now = { ...settings.now, counts: counts as GuardLimits['counts'], pumping: { ...settings.now.pumping, calls: 0 } };
    return settings;
  }

  guards(): GuardLimits {
    return this.now;
  }
}
