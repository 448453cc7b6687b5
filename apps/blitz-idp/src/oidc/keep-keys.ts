import { currentKey, type RotateSigningKeys, type SigningKey } from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';
import type { ProviderHolder } from './provider-holder.ts';

const hourMs = 3_600_000;

/** Looks after the signing keys while the service runs: a new one is made, announced and used in time. */
export class KeepKeys {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rotate: RotateSigningKeys,
    private readonly holder: ProviderHolder,
    private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    const keys = await this.rotate.execute();
    const signing = currentKey(keys, this.clock.now());
    // The first key of the set signs; the others are published, for tokens of before and after.
    const ordered: SigningKey[] = [...keys].sort((one, other) => Number(other === signing) - Number(one === signing));
    this.holder.use(ordered);
  }

  /** @param failed told when looking failed; the keys of before stay in use */
  start(failed: (error: unknown) => void): void {
    this.#timer = setInterval(() => {
      this.look().catch(failed);
    }, hourMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
