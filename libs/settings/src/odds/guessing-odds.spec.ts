import { describe, expect, it } from '@jest/globals';
import { guessingOdds } from './guessing-odds.ts';

const usual = { codeLength: 4, attemptsPerLogin: 3, totalAttempts: 10, blockMin: 15 };

describe('the odds of guessing a code', () => {
  // The figures of NIST's rules for a code of so many digits: 3 tries, 5 tries, a budget of 10, a ceiling of 100.
  it.each([
    [3, 333, 200, 100, 10],
    [4, 3_333, 2_000, 1_000, 100],
    [5, 33_333, 20_000, 10_000, 1_000],
    [6, 333_333, 200_000, 100_000, 10_000],
    [10, 3_333_333_333, 2_000_000_000, 1_000_000_000, 100_000_000],
  ])('of %p digits', (codeLength, three, five, budget, ceiling) => {
    expect(guessingOdds({ ...usual, codeLength }).perLogin).toBe(three);
    expect(guessingOdds({ ...usual, codeLength, attemptsPerLogin: 5 }).perLogin).toBe(five);
    expect(guessingOdds({ ...usual, codeLength }).untilBlock).toBe(budget);
    expect(guessingOdds({ ...usual, codeLength, totalAttempts: 100 }).untilBlock).toBe(ceiling);
  });

  it('of one login are never worse than those of the whole budget', () => {
    expect(guessingOdds({ ...usual, attemptsPerLogin: 10, totalAttempts: 2 })).toMatchObject({ perLogin: 5_000, untilBlock: 5_000 });
  });

  it.each([
    [1440, 1_000],
    [721, 500],
    [720, 500],
    [15, 10],
    [1, 1],
  ])('by somebody who waits out every block of %p minutes for a day', (blockMin, most) => {
    expect(guessingOdds({ ...usual, blockMin }).perDay).toBeGreaterThanOrEqual(most);
    expect(guessingOdds({ ...usual, blockMin }).perDay).toBeLessThanOrEqual(most * 1.1);
  });

  it('of a day keep their size where a guess is all but impossible', () => {
    expect(guessingOdds({ codeLength: 10, attemptsPerLogin: 1, totalAttempts: 2, blockMin: 1440 }).perDay).toBe(5_000_000_000);
  });
});
