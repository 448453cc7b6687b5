import type { Redis } from 'ioredis';
import { liveChannel } from './keys.ts';

type Listener = () => void;

interface Channel {
  readonly listeners: Set<Listener>;
  readonly subscribed: Promise<unknown>;
}

/** Tells waiting pages that something about an account changed. One connection, however many pages wait. */
export class LiveUpdates {
  readonly #channels = new Map<string, Channel>();

  /** @param redis a connection of its own: one that subscribes can do nothing else */
  constructor(private readonly redis: Redis) {
    redis.on('message', (name: string) => {
      for (const listener of this.#channels.get(name)?.listeners ?? []) listener();
    });
  }

  /** Resolves when every later change will be heard. @returns what ends it */
  async listen(sub: string, listener: Listener): Promise<() => void> {
    const name = liveChannel(sub);
    const channel = this.#channels.get(name) ?? this.#open(name);
    // The same function may listen for two pages.
    const own = (): void => listener();
    channel.listeners.add(own);
    const end = (): void => this.#leave(name, channel, own);
    try {
      await channel.subscribed;
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  #open(name: string): Channel {
    const channel = { listeners: new Set<Listener>(), subscribed: this.redis.subscribe(name) };
    this.#channels.set(name, channel);
    return channel;
  }

  #leave(name: string, channel: Channel, own: Listener): void {
    channel.listeners.delete(own);
    if (channel.listeners.size > 0 || this.#channels.get(name) !== channel) return;
    this.#channels.delete(name);
    // A connection that is down has forgotten its channels anyway.
    this.redis.unsubscribe(name).catch(() => undefined);
  }
}
