import type { FileSettings } from '../file/file-settings.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import type { SavedProblem, SavedSettings } from '../saved/saved-settings.ts';
import type { SettingsStore, StampedVersion } from '../saved/settings-store.ts';
import { isSettingKey } from '../schema/schema.ts';
import { same } from './difference.ts';

export interface SavedBy {
  readonly version: number;
  readonly author: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Comparison {
  readonly key: string;
  /** What the file says, or the default where it says nothing. None: no setting of this version. */
  readonly file?: unknown;
  readonly written: boolean;
  readonly saved: unknown;
  readonly by: SavedBy;
}

export interface ComparedWithFile {
  readonly version: number;
  readonly entries: readonly Comparison[];
  /** Saved, but without effect. */
  readonly ignored: readonly SavedProblem[];
}

const pageOfHistory = 100;

/** What is saved over the file, and by whom. */
export class CompareWithFile {
  constructor(
    private readonly file: FileSettings,
    private readonly store: SettingsStore,
  ) {}

  async execute(): Promise<ComparedWithFile> {
    const [latest] = await this.store.history(1);
    if (latest === undefined) return { version: 0, entries: [], ignored: [] };
    const by = await this.#authors(latest);
    const entries = Object.entries(latest.values).map(([key, saved]): Comparison => {
      const known = isSettingKey(key);
      return { key, ...(known && { file: this.file.values[key] }), written: known && this.file.written.has(key), saved, by: by.get(key) ?? stampOf(latest) };
    });
    return { version: latest.version, entries, ignored: effectiveSettings(this.file, latest.values).ignored };
  }

  /** Goes back until for each key the save is found that gave it the value it has. */
  async #authors(latest: StampedVersion): Promise<ReadonlyMap<string, SavedBy>> {
    const found = new Map<string, SavedBy>();
    let newer: StampedVersion = latest;
    const settle = (values: SavedSettings): void => {
      for (const key of Object.keys(latest.values)) if (!found.has(key) && !same(values[key], newer.values[key])) found.set(key, stampOf(newer));
    };
    for (;;) {
      const page = await this.store.history(pageOfHistory, newer.version);
      for (const older of page) {
        settle(older.values);
        newer = older;
      }
      if (page.length < pageOfHistory) settle({});
      if (page.length < pageOfHistory || found.size === Object.keys(latest.values).length) return found;
    }
  }
}

const stampOf = ({ version, author, at }: StampedVersion): SavedBy => ({ version, author, at });
