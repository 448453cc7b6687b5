import type { Clock } from '@blitz/kernel';
import { DomainError, SystemClock } from '@blitz/kernel';
import type { SavedSettings } from '../saved/saved-settings.ts';
import type { SettingsErrorCode } from '../saved/settings-error.ts';
import { SettingsStore } from '../saved/settings-store.ts';
import type { SavedVersion, SaveStamp, StampedVersion } from '../saved/settings-store.ts';

/** Saved settings in memory. Passes the same contract as the database. */
export class FakeSettingsStore extends SettingsStore {
  readonly #versions: StampedVersion[] = [];
  #broken: Error | undefined;

  constructor(readonly clock: Clock = new SystemClock()) {
    super();
  }

  /** From now on every call fails; without an error it works again. */
  breaks(error?: Error): void {
    this.#broken = error;
  }

  async latest(): Promise<SavedVersion | undefined> {
    await this.#reach();
    const last = this.#versions.at(-1);
    return last && { version: last.version, values: structuredClone(last.values), author: last.author, at: last.at };
  }

  async save(
    values: SavedSettings,
    { expectedVersion, ...stamp }: SaveStamp & { readonly expectedVersion: number },
  ): Promise<number> {
    await this.#reach();
    const version = this.#versions.at(-1)?.version ?? 0;
    if (version !== expectedVersion) throw new DomainError<SettingsErrorCode>('settings_changed_meanwhile');
    this.#versions.push({ ...stamp, version: version + 1, values: structuredClone(values), at: this.clock.now() });
    return version + 1;
  }

  async history(limit: number, beforeVersion = Number.POSITIVE_INFINITY): Promise<readonly StampedVersion[]> {
    await this.#reach();
    const older = this.#versions.filter(({ version }) => version < beforeVersion);
    return older
      .reverse()
      .slice(0, limit)
      .map((each) => structuredClone(each));
  }

  /** A turn of the event loop, as a real store takes, so that callers that forget to wait are found out. */
  async #reach(): Promise<void> {
    await Promise.resolve();
    if (this.#broken !== undefined) throw this.#broken;
  }
}
