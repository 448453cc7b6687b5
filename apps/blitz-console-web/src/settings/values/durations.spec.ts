import { describe, expect, it } from '@jest/globals';
import { inPeoplesUnits } from './durations.ts';

describe('seconds as people count them', () => {
  it.each([
    [30, undefined, undefined],
    [120, '2 minutes', '2 минуты'],
    [3_600, '1 hour', '1 час'],
    [10_800, '3 hours', '3 часа'],
    [5_430, '1 hour 30 minutes 30 seconds', '1 час 30 минут 30 секунд'],
    [31_536_000, '365 days', '365 дней'],
    [1.5, undefined, undefined],
    [Number.NaN, undefined, undefined],
  ])('%p', (sec, en, ru) => {
    expect([inPeoplesUnits(sec, 'en'), inPeoplesUnits(sec, 'ru')]).toEqual([en, ru]);
  });
});
