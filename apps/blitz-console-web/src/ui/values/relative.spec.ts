import { describe, expect, it } from '@jest/globals';
import { relative } from './relative.ts';

const now = 1_800_000_000_000;

describe('a time, as people say it', () => {
  it.each([
    [0, 'now'], [-59_000, 'now'], [-60_000, '1 minute ago'], [-3_599_000, '59 minutes ago'], [-3_600_000, '1 hour ago'],
    [720_000, 'in 12 minutes'], [-86_400_000, 'yesterday'], [86_400_000, 'tomorrow'], [-7 * 86_400_000, '7 days ago'],
  ])('%p ms from now: %s', (away, text) => {
    expect(relative(now + away, now, 'en')).toBe(text);
  });

  it('in Russian too', () => {
    expect(relative(now - 5 * 60_000, now, 'ru')).toBe('5 минут назад');
  });

  it('of more than a week only the date is said', () => {
    expect(relative(now - 8 * 86_400_000, now, 'en')).toBeUndefined();
  });
});
