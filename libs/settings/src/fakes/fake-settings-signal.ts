import { SettingsSignal } from '../saved/settings-signal.ts';

/** Announcements within one process. */
export class FakeSettingsSignal extends SettingsSignal {
  readonly #listeners = new Set<(version: number) => void>();
  #lost = false;
  #broken: Error | undefined;

  /** Announcements vanish on the way, as they do while Redis restarts. */
  losesAnnouncements(lost = true): void {
    this.#lost = lost;
  }

  /** From now on every call fails; without an error it works again. */
  breaks(error?: Error): void {
    this.#broken = error;
  }

  async announce(version: number): Promise<void> {
    await this.#reach();
    if (this.#lost) return;
    for (const listener of this.#listeners) listener(version);
  }

  async subscribe(listener: (version: number) => void): Promise<() => Promise<void>> {
    await this.#reach();
    const own = (version: number): void => {
      listener(version);
    };
    this.#listeners.add(own);
    return async () => {
      await Promise.resolve();
      this.#listeners.delete(own);
    };
  }

  async #reach(): Promise<void> {
    await Promise.resolve();
    if (this.#broken !== undefined) throw this.#broken;
  }
}
