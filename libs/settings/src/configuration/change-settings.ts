import { DomainError } from '@blitz/kernel';
import type { Actor, RecordDeed } from '@blitz/audit';
import type { FileSettings } from '../file/file-settings.ts';
import type { MethodRules } from '../methods/method-rules.ts';
import { changed } from '../saved/changed.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import type { SavedSettings } from '../saved/saved-settings.ts';
import type { SaveSettings } from '../saved/save-settings.ts';
import type { SettingsErrorCode } from '../saved/settings-error.ts';
import type { SettingsStore } from '../saved/settings-store.ts';
import { readable } from './readable.ts';

export interface ChangeSettingsCommand {
  /** Only what changes, by key; `null` takes a key back to what the file says. */
  readonly changes: SavedSettings;
  /** The version that the administrator looked at; 0 if nothing was saved yet. */
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** The one door through which an administrator changes settings: nothing is switched on that could not work, and all is written down. */
export class ChangeSettings {
  constructor(
    private readonly file: FileSettings,
    private readonly store: SettingsStore,
    private readonly rules: MethodRules,
    private readonly save: SaveSettings,
    private readonly record: RecordDeed,
  ) {}

  /**
   * @returns the new version, in force in every service within a second
   * @throws MethodNotReady, SettingsRefused, DomainError `settings_changed_meanwhile`, `first_factor_needed`
   */
  async execute({ changes, expectedVersion, actor }: ChangeSettingsCommand): Promise<number> {
    const latest = await this.store.latest();
    const [version, before] = [latest?.version ?? 0, latest?.values ?? {}];
    if (version !== expectedVersion) throw new DomainError<SettingsErrorCode>('settings_changed_meanwhile');
    const after = changed(before, changes);
    await this.rules.assertMayChange(before, after);
    const { id: author, address, userAgent: browser } = actor;
    const saved = await this.save.execute({ changes, expectedVersion, author, address, browser });
    this.#note(saved, before, after, actor);
    return saved;
  }

  /** Values as they take effect: what a key is taken back to is of interest, too. */
  #note(version: number, before: SavedSettings, after: SavedSettings, actor: Actor): void {
    const inForce = (saved: SavedSettings): ReturnType<typeof readable> => readable(effectiveSettings(this.file, saved).values);
    this.record.execute({ actor, resource: 'settings', deed: 'changed', target: `version-${version}`, before: inForce(before), after: inForce(after) });
  }
}
