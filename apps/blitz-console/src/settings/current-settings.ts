import type { FileSettings, SettingsStore } from '@blitz/settings';
import type { Static } from 'typebox';
import { tagged, type Tagged } from '../api/tagged.ts';
import { describeSettings } from './describe-settings.ts';
import type { Settings } from './settings-schemas.ts';

/** What is saved now, as routes answer it: from the store, for whoever saved wants to see it. */
export class CurrentSettings {
  constructor(
    private readonly file: FileSettings,
    private readonly store: SettingsStore,
  ) {}

  async answer(): Promise<Tagged<Static<typeof Settings>>> {
    const described = describeSettings(this.file, await this.store.latest());
    return tagged(described.version, described);
  }
}
