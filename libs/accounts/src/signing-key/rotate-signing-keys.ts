import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { newSigningKey } from './new-signing-key.ts';
import { publishedKeys, type SigningKey } from './signing-key.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface RotationPlan {
  /** How long one key signs. */
  readonly signsMs: number;
  /** How long before it signs a key is published: longer than verifiers cache the key set. */
  readonly announcedMs: number;
  /** How long it stays published after it has signed: longer than any token that it signed lives. */
  readonly keptMs: number;
}

const day = 86_400_000;
export const yearlyRotation: RotationPlan = { signsMs: 365 * day, announcedMs: 2 * day, keptMs: 30 * day };

/** Makes the first key, announces the next one in time and retires those that have been followed. Run it at start and daily. */
export class RotateSigningKeys {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly plan: RotationPlan = yearlyRotation,
  ) {}

  /** @returns the keys to publish, oldest first */
  async execute(): Promise<readonly SigningKey[]> {
    const now = this.clock.now();
    let made: SigningKey | undefined;
    const keys = await this.keys.add((known) => (made = this.#next(known, now)));
    if (made !== undefined) this.audit.record({ type: 'signing_key_made', at: now, details: { kid: made.kid } });
    const retired = await this.#retireFollowed(keys, now);
    return publishedKeys(keys, now).map((key) => ({ ...key, ...retired.get(key.kid) }));
  }

  #next(known: readonly SigningKey[], now: number): SigningKey | undefined {
    const last = publishedKeys(known, now).at(-1);
    if (last === undefined) return newSigningKey(now, now);
    const due = last.activatesAt + this.plan.signsMs;
    return due - this.plan.announcedMs <= now ? newSigningKey(now, Math.max(due, now + this.plan.announcedMs)) : undefined;
  }

  async #retireFollowed(keys: readonly SigningKey[], now: number): Promise<Map<string, { retiresAt: number }>> {
    const retired = new Map<string, { retiresAt: number }>();
    for (const [index, { kid, retiresAt }] of keys.entries()) {
      const follower = keys[index + 1];
      if (follower === undefined || retiresAt !== undefined) continue;
      const at = follower.activatesAt + this.plan.keptMs;
      retired.set(kid, { retiresAt: at });
      if (!(await this.keys.retire(kid, at))) continue;
      this.audit.record({ type: 'signing_key_retired', at: now, details: { kid } });
    }
    return retired;
  }
}
