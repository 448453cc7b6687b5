import type { SettingsStore, StampedVersion } from '../saved/settings-store.ts';
import { differences, type ValueDifference } from './difference.ts';

export interface BrowsedVersion extends Omit<StampedVersion, 'values'> {
  /** Against the version before. */
  readonly differences: readonly ValueDifference[];
}

export interface VersionPage {
  readonly versions: readonly BrowsedVersion[];
  /** Asked for as `beforeVersion`, it answers the next page; none after the first version. */
  readonly next?: number;
}

/** Who saved what when, the newest first. */
export class BrowseVersions {
  constructor(private readonly store: SettingsStore) {}

  async execute(limit: number, beforeVersion?: number): Promise<VersionPage> {
    // One more, to compare the last one with.
    const found = await this.store.history(limit + 1, beforeVersion);
    const versions = found.slice(0, limit).map(({ values, ...stamp }, index) => ({ ...stamp, differences: differences(found[index + 1]?.values ?? {}, values) }));
    const last = versions.at(-1);
    return { versions, ...(found.length > limit && last !== undefined && { next: last.version }) };
  }
}
