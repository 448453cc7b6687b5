import type { LoginReading } from '@blitz/accounts';
import { PasswordSettings, type PasswordLimits } from '@blitz/factors';
import { transformAttribute, type LiveSettings, type Settings } from '@blitz/settings';

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

  loginReading(): LoginReading {
    const { attributes, phone } = this.live.current();
    const metaOf = (name: string): Settings['attributes'][number] | undefined => attributes.find((each) => each.name === name);
    return {
      searchable: (name) => metaOf(name)?.searchable === true,
      normalised: (name, text) => {
        const meta = metaOf(name);
        return meta === undefined ? text : transformAttribute(meta, text);
      },
      country: phone.defaultCountry,
    };
  }
}
