import type { Challenges, FlashCallSettings, Logins } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import type { LiveUpdates } from '@blitz/redis';

/** What a waiting page is told from. */
export class LiveSources {
  constructor(
    readonly challenges: Challenges,
    readonly logins: Logins,
    readonly settings: FlashCallSettings,
    readonly clock: Clock,
    readonly updates: LiveUpdates,
  ) {}
}
