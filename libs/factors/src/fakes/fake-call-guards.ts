import { CallGuards, type Bucket, type GuardedPress, type GuardVerdict } from '../guards/call-guards.ts';
import { guardDimensions, type GuardDimension } from '../guards/guard-dimension.ts';
import { collapsed, fullest, isCounted, refusal, type PrefixHistory } from '../guards/guard-rules.ts';

/** The rules, over maps: the oracle of the contract. */
export class FakeCallGuards extends CallGuards {
  readonly #counted = new Map<string, Map<string, number>>();
  readonly #fired = new Map<string, number>();
  readonly #quiet = new Map<string, number>();
  readonly #histories = new Map<string, { placed: number[]; completed: number[] }>();

  claim(press: GuardedPress, now: number): Promise<GuardVerdict> {
    const verdict = this.#judge(press, now);
    if (verdict.kind === 'admitted') return Promise.resolve({ kind: 'admitted', counted: this.#count(press, now) });
    return Promise.resolve({ ...verdict, fires: this.#fire(verdict, press, now) });
  }

  giveBack({ id, buckets }: GuardedPress): Promise<void> {
    for (const dimension of guardDimensions) this.#of(dimension, buckets[dimension]).delete(id);
    return Promise.resolve();
  }

  look(press: GuardedPress, now: number): Promise<GuardVerdict> {
    return Promise.resolve(this.#judge(press, now));
  }

  /** What the ledger tells of a prefix. */
  history(prefixTag: string): { placed: number[]; completed: number[] } {
    const history = this.#histories.get(prefixTag) ?? { placed: [], completed: [] };
    this.#histories.set(prefixTag, history);
    return history;
  }

  #judge(press: GuardedPress, now: number): GuardVerdict {
    const prefix = press.buckets.prefix.tag;
    const quiet = press.pumping.calls === 0 ? 0 : (this.#quiet.get(prefix) ?? 0);
    if (quiet > now) return refusal('quiet', quiet, false);
    const history: PrefixHistory = this.history(prefix);
    if (collapsed(history, press.pumping, now)) return refusal('quiet', now + press.pumping.quietMs, false);
    const full = fullest(press, (dimension) => this.#of(dimension, press.buckets[dimension]), now);
    return full === undefined ? { kind: 'admitted', counted: false } : refusal(full.by, full.until, false);
  }

  #count({ id, buckets }: GuardedPress, now: number): boolean {
    let counted = false;
    for (const dimension of guardDimensions) {
      const bucket = buckets[dimension];
      const presses = this.#of(dimension, bucket);
      if (bucket.most === 0 || isCounted(presses, id, bucket, now)) continue;
      presses.set(id, now);
      counted = true;
    }
    return counted;
  }

  #fire({ by, until }: Extract<GuardVerdict, { kind: 'refused' }>, { buckets }: GuardedPress, now: number): boolean {
    if (by === 'quiet') {
      const { tag } = buckets.prefix;
      if ((this.#quiet.get(tag) ?? 0) > now) return false;
      this.#quiet.set(tag, until);
      this.#histories.delete(tag);
      return true;
    }
    const name = `${by} ${buckets[by].tag}`;
    if ((this.#fired.get(name) ?? 0) > now) return false;
    this.#fired.set(name, now + buckets[by].windowMs);
    return true;
  }

  #of(dimension: GuardDimension, { tag }: Bucket): Map<string, number> {
    const name = `${dimension} ${tag}`;
    const presses = this.#counted.get(name) ?? new Map<string, number>();
    this.#counted.set(name, presses);
    return presses;
  }
}
