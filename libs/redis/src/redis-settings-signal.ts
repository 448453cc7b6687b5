import { SettingsSignal } from '@blitz/settings';
import type { Redis } from 'ioredis';

const channel = 'blitz:settings';

/** Announces saved settings over Redis. */
export class RedisSettingsSignal extends SettingsSignal {
  readonly #listeners = new Set<object>();

  /** @param listening a connection of its own: one that subscribes can do nothing else */
  constructor(
    private readonly redis: Redis,
    private readonly listening: Redis,
  ) {
    super();
  }

  async announce(version: number): Promise<void> {
    await this.redis.publish(channel, String(version));
  }

  async subscribe(listener: (version: number) => void): Promise<() => Promise<void>> {
    const heard = (from: string, text: string): void => {
      if (from === channel && /^\d{1,15}$/.test(text)) listener(Number(text));
    };
    this.listening.on('message', heard);
    this.#listeners.add(heard);
    await this.listening.subscribe(channel);
    return async () => {
      this.listening.off('message', heard);
      // The connection's channel is for all who listen here.
      if (!this.#listeners.delete(heard) || this.#listeners.size > 0) return;
      await this.listening.unsubscribe(channel);
    };
  }
}
