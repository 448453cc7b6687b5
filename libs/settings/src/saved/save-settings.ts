import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { FileSettings } from '../file/file-settings.ts';
import { isBlock } from '../schema/reading.ts';
import { changed } from './changed.ts';
import { checkChanges, checkSaved } from './check-saved.ts';
import { effectiveSettings } from './effective-settings.ts';
import type { SavedSettings } from './saved-settings.ts';
import type { SettingsConcern } from './settings-concern.ts';
import type { SettingsErrorCode } from './settings-error.ts';
import { SettingsRefused } from './settings-refused.ts';
import type { SettingsSignal } from './settings-signal.ts';
import type { SaveStamp, SettingsStore } from './settings-store.ts';

/** What the console sends: only the keys that change; `null` takes a key back to what the file says. */
export interface SaveSettingsCommand extends SaveStamp {
  readonly changes: unknown;
  /** The version that the person looked at; 0 if nothing was saved yet. */
  readonly expectedVersion: number;
}

export class SaveSettings {
  constructor(
    readonly file: FileSettings,
    readonly store: SettingsStore,
    readonly signal: SettingsSignal,
    readonly world: {
      readonly clock: Clock;
      readonly audit: AuditTrail;
      readonly warn: (concern: SettingsConcern) => void;
    },
  ) {}

  /**
   * @returns the new version, in force in every service within a second.
   * @throws SettingsRefused, DomainError('settings_changed_meanwhile')
   */
  async execute({ changes, expectedVersion, ...stamp }: SaveSettingsCommand): Promise<number> {
    if (!isBlock(changes)) throw new SettingsRefused(checkSaved(changes));
    const latest = await this.store.latest();
    if ((latest?.version ?? 0) !== expectedVersion) throw new DomainError<SettingsErrorCode>('settings_changed_meanwhile');
    const before = latest?.values ?? {};
    const values = changed(before, changes);
    this.#assertUsable(changes, before, values);
    const version = await this.store.save(values, { ...stamp, expectedVersion });
    this.#note(version, Object.keys(changes).length, stamp);
    await this.signal.announce(version).catch((cause: unknown) => {
      this.world.warn({ what: 'announcement_failed', cause });
    });
    return version;
  }

  /** Who saved it, and what, is kept with the version. */
  #note(version: number, changed: number, { address, browser }: SaveStamp): void {
    const { audit, clock } = this.world;
    const details = { version, changed };
    audit.record({ type: 'settings_saved', at: clock.now(), address, userAgent: browser, details });
  }

  /** What an older version saved and this one can't read stays as it is; only what changes now must be right. */
  #assertUsable(changes: SavedSettings, before: SavedSettings, after: SavedSettings): void {
    const alone = checkChanges(changes, before);
    if (alone.length > 0) throw new SettingsRefused(alone);
    const old = new Set(effectiveSettings(this.file, before).ignored.map(({ key }) => key));
    const together = effectiveSettings(this.file, after).ignored.filter(({ key }) => !old.has(key));
    if (together.length > 0) throw new SettingsRefused(together);
  }
}
