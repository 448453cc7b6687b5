import { DomainError } from '@blitz/kernel';
import type { FileSettings } from './file/file-settings.ts';
import { effectiveSettings } from './saved/effective-settings.ts';
import type { EffectiveSettings } from './saved/effective-settings.ts';
import type { SettingsConcern } from './saved/settings-concern.ts';
import type { SettingsErrorCode } from './saved/settings-error.ts';
import type { SettingsSignal } from './saved/settings-signal.ts';
import type { SavedVersion, SettingsStore } from './saved/settings-store.ts';
import type { Settings } from './settings.ts';

export interface LiveSettingsOptions {
  readonly file: FileSettings;
  readonly store: SettingsStore;
  readonly signal: SettingsSignal;
  readonly warn: (concern: SettingsConcern) => void;
  /** How often to look for a version whose announcement was lost. */
  readonly pollMs?: number;
}

type Listener = (settings: Settings, version: number) => void;

/**
 * The settings in force, at hand without waiting. A saved change arrives by the signal, or by looking if the signal was lost.
 * Once it has started it never loses them: what fails to load leaves the last good ones in force.
 */
export class LiveSettings {
  readonly #options: LiveSettingsOptions;
  readonly #listeners = new Set<Listener>();
  #effective: EffectiveSettings;
  #version = 0;
  #loading: Promise<void> | undefined;
  #wanted = false;
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: (() => Promise<void>) | undefined;

  private constructor(options: LiveSettingsOptions) {
    this.#options = options;
    this.#effective = effectiveSettings(options.file, {});
  }

  /** @throws DomainError('settings_unavailable') if the saved settings can't be read: better no service than one with older rules. */
  static async start(options: LiveSettingsOptions): Promise<LiveSettings> {
    const live = new LiveSettings(options);
    try {
      // Listening first: a change between loading and listening would go unnoticed until the next look.
      live.#unsubscribe = await options.signal.subscribe(() => void live.reload());
      live.#take(await options.store.latest());
    } catch (cause) {
      await live.stop();
      throw new DomainError<SettingsErrorCode>('settings_unavailable', {}, { cause });
    }
    live.#timer = setInterval(() => void live.reload(), options.pollMs ?? 5000);
    live.#timer.unref();
    return live;
  }

  current(): Settings {
    return this.#effective.settings;
  }

  /** For the console: also where each value comes from. */
  effective(): EffectiveSettings {
    return this.#effective;
  }

  /** Of the saved settings in force; 0 if nothing was ever saved. */
  version(): number {
    return this.#version;
  }

  /** @returns how to stop hearing of changes. */
  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Looks for a newer version now. Never throws; asked again while loading, it loads once more. */
  reload(): Promise<void> {
    this.#wanted = true;
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    const unsubscribe = this.#unsubscribe;
    this.#unsubscribe = undefined;
    this.#listeners.clear();
    await unsubscribe?.().catch((cause: unknown) => {
      this.#options.warn({ what: 'stop_failed', cause });
    });
    await this.#loading;
  }

  async #load(): Promise<void> {
    try {
      while (this.#wanted) {
        this.#wanted = false;
        await this.#look();
      }
    } finally {
      this.#loading = undefined;
    }
  }

  async #look(): Promise<void> {
    try {
      this.#take(await this.#options.store.latest());
    } catch (cause) {
      this.#options.warn({ what: 'reload_failed', cause });
    }
  }

  /** An answer older than what is in force comes from a store that lags behind, and is passed over. */
  #take(saved: SavedVersion | undefined): void {
    if (saved === undefined || saved.version <= this.#version) return;
    const { file, warn } = this.#options;
    const effective = effectiveSettings(file, saved.values);
    this.#effective = effective;
    this.#version = saved.version;
    for (const problem of effective.ignored) warn({ what: 'saved_value_ignored', version: saved.version, problem });
    for (const listener of this.#listeners) this.#tell(listener);
  }

  #tell(listener: Listener): void {
    try {
      listener(this.current(), this.#version);
    } catch (cause) {
      this.#options.warn({ what: 'listener_failed', cause });
    }
  }
}
