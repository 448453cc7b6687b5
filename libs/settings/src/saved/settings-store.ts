import type { SavedSettings } from './saved-settings.ts';

export interface SavedVersion {
  /** From 1, growing with every save. 0 stands for "nothing saved yet" where a version is expected. */
  readonly version: number;
  readonly values: SavedSettings;
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Who saves, and from where: a save is stamped with it. */
export interface SaveStamp {
  readonly author: string;
  readonly address: string;
  readonly browser: string;
}

export type StampedVersion = SavedVersion & SaveStamp;

/** Keeps every saved version of the settings. Each holds all saved keys, not only the changed ones. */
export abstract class SettingsStore {
  abstract latest(): Promise<SavedVersion | undefined>;

  /**
   * Saves the whole record as the next version; of parallel saves with the same `expectedVersion` exactly one wins.
   * @throws DomainError('settings_changed_meanwhile') if the latest version is not `expectedVersion`.
   */
  abstract save(values: SavedSettings, stamp: SaveStamp & { readonly expectedVersion: number }): Promise<number>;

  /** Newest first, at most `limit`, all older than `beforeVersion` if given. */
  abstract history(limit: number, beforeVersion?: number): Promise<readonly StampedVersion[]>;
}
