import { describe, expect, it } from '@jest/globals';
import { fakeFileSettings } from '../fakes/fake-file-settings.ts';
import { shortfalls } from './shortfalls.ts';

const length = 'login.methods.flashCall.profiles."2".psw-length';
const found = (digits: number): readonly string[] => shortfalls(fakeFileSettings({ [length]: digits }).values).map(({ what }) => what);

describe('where a code by telephone falls short of NIST SP 800-63B-4', () => {
  it.each([[3, true], [5, true], [6, false], [10, false]])('with %p digits: too few is %p', (digits, few) => {
    expect(found(digits).includes('few_digits')).toBe(few);
  });

  it('never for what no setting can mend alone: who draws the code, a block that ends, no other second factor', () => {
    expect(found(10)).toEqual(['failures', 'generator', 'no_alternative']);
  });

  it('says it in both languages', () => {
    for (const { because } of shortfalls(fakeFileSettings().values)) {
      expect(because.en).toMatch(/NIST/);
      expect(because.ru).toMatch(/[А-я]/);
    }
  });
});
