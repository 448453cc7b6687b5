import type { LiveSettings, Settings } from '@blitz/settings';

/**
 * The settings in force, followed from the first time on that somebody needs them: the service starts, and says what is missing,
 * while Redis or the tables are not there yet.
 */
export class LateSettings {
  #starting: Promise<LiveSettings> | undefined;

  constructor(private readonly start: () => Promise<LiveSettings>) {}

  /** @throws DomainError `settings_unavailable`; the next one who asks tries again */
  async current(): Promise<Settings> {
    this.#starting ??= this.start().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return (await this.#starting).current();
  }

  async stop(): Promise<void> {
    const live = await this.#starting?.catch(() => undefined);
    await live?.stop();
  }
}
