import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseLogin } from './normalise-login.ts';

describe('the form of a login', () => {
  it.each([
    [' Ada ', 'ada'],
    ['ADA@Example.ORG', 'ada@example.org'],
    ['Ада', 'ада'],
    ['ａｄａ', 'ada'],
    ['le\u0301a', 'léa'],
    ['ﬁona', 'fiona'],
    ['\u00a0ada\n', 'ada'],
  ])('%j is %j', (typed, login) => {
    expect(normaliseLogin(typed)).toBe(login);
  });

  it.each(['', ' ', '\t\n', '\0', 'a\0b', 'a\nb', 'a\u202Eb', 'a\u200Bb', '\uD800', 'x'.repeat(255), 'ﷺ'.repeat(200)])(
    'there is none for %j',
    (typed) => {
      expect(normaliseLogin(typed)).toBeUndefined();
    },
  );

  it('is quick with a text of megabytes', () => {
    const began = performance.now();
    expect(normaliseLogin('ﷺ'.repeat(5_000_000))).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  it('is its own form, whatever was typed, in whichever case', () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 });
    fc.assert(
      fc.property(text, (typed) => {
        const login = normaliseLogin(typed);
        if (login !== undefined) expect(normaliseLogin(login)).toBe(login);
      }),
      { numRuns: 2000 },
    );
  });
});
