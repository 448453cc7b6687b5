import { describe, expect, it } from '@jest/globals';
import { sameValue } from './same-value.ts';

describe('two values of a form', () => {
  it.each([
    [1, 1], ['', ''], [null, null], [[1, { a: 2 }], [1, { a: 2 }]], [{ a: 1, b: 2 }, { b: 2, a: 1 }], [NaN, NaN],
  ])('%j and %j are the same', (one, other) => {
    expect(sameValue(one, other)).toBe(true);
  });

  it.each([
    [1, '1'], ['', null], [[1, 2], [2, 1]], [{ a: 1 }, { a: 1, b: undefined }], [{ a: undefined }, { b: undefined }], [[], {}], [null, {}],
  ])('%j and %j are not', (one, other) => {
    expect(sameValue(one, other)).toBe(false);
  });
});
