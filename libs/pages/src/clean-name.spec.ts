import { describe, expect, it } from '@jest/globals';
import { cleanName } from './clean-name.ts';

describe('a name that others chose', () => {
  it.each([
    ['Demo application', 'Demo application'],
    ['  Ада \n\t Лавлейс ', 'Ада Лавлейс'],
    ['moc.knab\u202Ebank.com', 'moc.knabbank.com'],
    ['\u2066a\u2069\u200B\u0000\u0007b', 'ab'],
    ['👩‍👩‍👧‍👦 & Co', '👩‍👩‍👧‍👦 & Co'],
    ['\uD800x', 'x'],
    [`a${'\u0301'.repeat(50)}b`, `a${'\u0301'.repeat(4)}b`],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanName(name)).toBe(clean);
  });

  it('is cut between letters, not inside one', () => {
    expect(cleanName('👩‍👩‍👧‍👦'.repeat(61))).toBe(`${'👩‍👩‍👧‍👦'.repeat(59)}…`);
    expect(cleanName('x'.repeat(60))).toBe('x'.repeat(60));
  });

  it.each([undefined, '', ' \n', '\u202E\u200B'])('that shows nothing is none: %j', (name) => {
    expect(cleanName(name)).toBeUndefined();
  });
});
