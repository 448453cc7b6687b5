import type { Behaviour } from './behaviour.ts';
import { lineOf } from './phone-number.ts';

export interface Phone {
  /** E.164. */
  readonly number: string;
  readonly behaviour: Behaviour;
  /** How long the provider thinks before it answers; undefined: as its behaviour wants it. */
  readonly delayMs?: number;
}

const kept = 500;

/** Every phone that was known, called, or given a behaviour, the latest first. */
export class Phones {
  readonly #phones = new Map<string, Phone>();
  readonly #listeners = new Set<() => unknown>();

  /** @param numbers listed from the start, the first on top. */
  constructor(numbers: readonly string[] = []) {
    for (const number of [...numbers].reverse()) this.#keep({ number, behaviour: 'normal' });
  }

  all(): readonly Phone[] {
    return [...this.#phones.values()].reverse();
  }

  find(number: string): Phone | undefined {
    return this.#phones.get(lineOf(number));
  }

  /**
   * The phone that a number leads to: E.164, or ten digits. Ten digits that nobody named before are taken for Russian, as in
   * the vendor's example.
   */
  reach(number: string): Phone {
    const known = this.find(number) ?? { number: number.startsWith('+') ? number : `+7${number}`, behaviour: 'normal' };
    this.#keep(known);
    return known;
  }

  set(phone: Phone): void {
    this.#keep(phone);
    this.#tell();
  }

  reset(number: string): void {
    const known = this.find(number);
    if (known === undefined) return;
    this.#phones.set(lineOf(number), { number: known.number, behaviour: 'normal' });
    this.#tell();
  }

  /** @returns the way to stop listening. */
  listen(listener: () => unknown): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(phone: Phone): void {
    const line = lineOf(phone.number);
    this.#phones.delete(line);
    this.#phones.set(line, phone);
    const [oldest] = this.#phones.keys();
    if (this.#phones.size > kept && oldest !== undefined) this.#phones.delete(oldest);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
