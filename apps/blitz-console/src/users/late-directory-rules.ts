import { DirectoryRules, type Rules } from '@blitz/accounts';
import { transformAttribute } from '@blitz/settings';
import type { LateSettings } from '../settings/late-settings.ts';

/** The account itself, by the name that applications know it under: nothing that is kept with it. */
const itself = 'sub';

/** What accounts must look like by the settings in force. */
export class LateDirectoryRules extends DirectoryRules {
  constructor(private readonly settings: LateSettings) {
    super();
  }

  async current(): Promise<Rules> {
    const { attributes, phone } = await this.settings.current();
    const kept = attributes.filter(({ name }) => name !== itself);
    return { country: phone.defaultCountry, attributes: kept.map((meta) => ({ ...meta, normalised: (value) => transformAttribute(meta, value) })) };
  }
}
