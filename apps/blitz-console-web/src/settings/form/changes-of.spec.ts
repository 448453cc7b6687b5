import { describe, expect, it } from '@jest/globals';
import { changesOf, valuesOf } from './changes-of.ts';
import type { Settings } from '../settings-data.ts';

const settings = {
  values: { a: 1, b: ['x', 'y'], c: 3 },
  sources: { a: 'saved', b: 'file', c: 'default' },
} as unknown as Settings;

describe('what a form over settings sends', () => {
  it('is nothing when nothing differs', () => {
    expect(changesOf(valuesOf(settings, ['a', 'b', 'c']), settings)).toEqual({});
  });

  it('is only what differs', () => {
    expect(changesOf({ a: 2, b: ['x', 'y'], c: '' }, settings)).toEqual({ a: 2, c: '' });
  });

  it('takes back to the file what is saved, and nothing else', () => {
    expect(changesOf({ a: null, b: null }, settings)).toEqual({ a: null });
  });

  it('has with it what somebody stands for now, as it is or as it was changed', () => {
    expect(changesOf({ a: 1, b: ['y'], c: 3 }, settings, ['a', 'b', 'c'])).toEqual({ b: ['y'], c: 3 });
  });
});
