import { GuardSettings, type GuardLimits } from '@blitz/factors';
import type { LiveSettings, Settings } from '@blitz/settings';

const minute = 60_000;

/** What the administrator says of the guards, in the units that they count in. */
export class LiveGuardSettings extends GuardSettings {
  constructor(private readonly live: LiveSettings) {
    super();
  }

  guards(): GuardLimits {
    const { counts, pumping, numberTypes, countries } = this.live.current().guards;
    const { calls, percent, quietMin } = pumping;
    return {
      counts: {
        number: limitOf(counts.number),
        prefix: limitOf(counts.prefix),
        country: limitOf(counts.country),
        address: limitOf(counts.address),
        application: limitOf(counts.application),
        total: limitOf(counts.total),
      },
      pumping: { calls, percent, quietMs: quietMin * minute },
      numberTypes,
      countries,
    };
  }
}

function limitOf({ calls, windowMin }: Settings['guards']['counts']['number']): GuardLimits['counts']['number'] {
  return { most: calls, windowMs: windowMin * minute };
}
