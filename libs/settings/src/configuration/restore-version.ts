import type { Actor } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { SavedSettings } from '../saved/saved-settings.ts';
import type { SettingsErrorCode } from '../saved/settings-error.ts';
import type { SettingsStore } from '../saved/settings-store.ts';
import { isSettingKey } from '../schema/schema.ts';
import type { ChangeSettings } from './change-settings.ts';
import { same } from './difference.ts';

export interface RestoreVersionCommand {
  readonly version: number;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** Makes what an older version said the newest one. Keys of another version of the product stay as they are. */
export class RestoreVersion {
  constructor(
    private readonly store: SettingsStore,
    private readonly change: ChangeSettings,
  ) {}

  /** @throws DomainError `settings_version_unknown`; and as ChangeSettings does */
  async execute({ version, expectedVersion, actor }: RestoreVersionCommand): Promise<number> {
    return this.change.execute({ changes: await this.changes(version), expectedVersion, actor });
  }

  /** What would have to be saved to be back at this version. 0: back at the file, before anything was saved. */
  async changes(version: number): Promise<SavedSettings> {
    const wanted = version === 0 ? {} : await this.#valuesOf(version);
    const now = (await this.store.latest())?.values ?? {};
    const keys = [...new Set([...Object.keys(now), ...Object.keys(wanted)])].filter(isSettingKey);
    return Object.fromEntries(keys.filter((key) => !same(now[key], wanted[key])).map((key) => [key, wanted[key] ?? null]));
  }

  async #valuesOf(version: number): Promise<SavedSettings> {
    const [found] = await this.store.history(1, version + 1);
    if (found?.version !== version) throw new DomainError<SettingsErrorCode>('settings_version_unknown');
    return found.values;
  }
}
