/** What decides how easily a code is guessed. */
export interface GuessingRules {
  readonly codeLength: number;
  readonly attemptsPerLogin: number;
  readonly totalAttempts: number;
  readonly blockMin: number;
}

/** Each "1 in N", rounded down: no better than that. */
export interface GuessingOdds {
  /** With the wrong codes that one call allows. */
  readonly perLogin: number;
  /** With the whole budget, until the method is blocked. */
  readonly untilBlock: number;
  /** By somebody who waits out every block for a day. */
  readonly perDay: number;
}

const minutesOfDay = 1440;

/**
 * How likely somebody guesses a code who has the password and not the phone. Calls are paid from the same budget as entries; what
 * is said here counts all of it as entries, so that the true odds are never worse.
 */
export function guessingOdds({ codeLength, attemptsPerLogin, totalAttempts, blockMin }: GuessingRules): GuessingOdds {
  const codes = 10 ** codeLength;
  const perLogin = oneIn(Math.min(attemptsPerLogin, totalAttempts) / codes);
  const untilBlock = oneIn(totalAttempts / codes);
  const guesses = totalAttempts * Math.ceil(minutesOfDay / blockMin);
  // Each call has another code: a guess is independent of those before. log1p and expm1 keep what 1 - p would lose.
  const perDay = oneIn(-Math.expm1(guesses * Math.log1p(-1 / codes)));
  return { perLogin, untilBlock, perDay };
}

function oneIn(probability: number): number {
  // 10 ** 4 / 5 must not become 1999.9999…
  return Math.max(1, Math.floor(1 / probability + 1e-6));
}
