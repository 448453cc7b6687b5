/**
 * What can be seen of a press from outside, in its order: it is paid for, a dialler takes its job, and claims the right to dial;
 * the provider's line hears the request, and delivers the answer; the call is stored.
 */
export const moments = ['paid', 'taken', 'claimed', 'heard', 'delivered', 'stored'] as const;
export type Moment = (typeof moments)[number];

/** One press, and when what happens to its dialler. */
export interface Plan {
  readonly round: number;
  readonly how: 'killed' | 'frozen';
  readonly from: Moment;
  readonly afterMs: number;
  readonly requestMs: number;
  readonly answerMs: number;
  readonly fragile: boolean;
  /** A frozen dialler wakes before the person asks for another call, or after that call was made. */
  readonly wakes: 'before' | 'after';
  /** A code that came in spite of it all is used up before the person asks for another call. */
  readonly usesCode: boolean;
}

/** A linear congruential generator (Numerical Recipes): the same seed plans the same rounds. */
export class Dice {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below `end`. */
  below(end: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * end);
  }

  coin(): boolean {
    return this.below(2) === 1;
  }
}

/** About as long as it takes from each moment to the next; during the request it is the line that takes its time. */
const lengthMs = { paid: 16, taken: 8, claimed: 16, heard: 0, delivered: 14, stored: 30 } as const satisfies Record<Moment, number>;

/** @param frozenEach every so manieth dialler is not killed but frozen; 0: none */
export function plan(rounds: number, frozenEach: number, dice: Dice): Plan[] {
  return Array.from({ length: rounds }, (_, round) => {
    const from = moments[round % moments.length] ?? 'paid';
    const [requestMs, answerMs] = [dice.below(40), dice.below(40)];
    const afterMs = dice.below((from === 'heard' ? requestMs + answerMs : lengthMs[from]) + 1);
    const how = frozenEach > 0 && Math.floor(round / moments.length) % frozenEach === frozenEach - 1 ? 'frozen' : 'killed';
    const wakes = dice.coin() ? 'before' : 'after';
    return { round, how, from, afterMs, requestMs, answerMs, fragile: dice.coin(), wakes, usesCode: dice.coin() };
  });
}
