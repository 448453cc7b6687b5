import type { Redis } from 'ioredis';
import { liveChannel } from './keys.ts';

type Listener = () => void;

/** Tells waiting pages that something about an account changed. One connection, however many pages wait. */
export class LiveUpdates {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** @param redis a connection of its own: one that subscribes can do nothing else */
  constructor(private readonly redis: Redis) {
    redis.on('message', (channel: string) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener();
    });
  }

  /** @returns what ends it */
  async listen(sub: string, listener: Listener): Promise<() => void> {
    const channel = liveChannel(sub);
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    if (listeners.size === 1) await this.redis.subscribe(channel);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(channel) !== listeners) return;
      this.#listeners.delete(channel);
      // A connection that is down has forgotten its channels anyway.
      this.redis.unsubscribe(channel).catch(() => undefined);
    };
  }
}
