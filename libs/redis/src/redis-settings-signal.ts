import { SettingsSignal } from '@blitz/settings';
import type { Redis } from 'ioredis';

const channel = 'blitz:settings';

/** Announces saved settings over Redis. */
export class RedisSettingsSignal extends SettingsSignal {
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
    await this.listening.subscribe(channel);
    return async () => {
      this.listening.off('message', heard);
      await this.listening.unsubscribe(channel);
    };
  }
}
