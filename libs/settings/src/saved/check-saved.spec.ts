import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakeFileSettings } from '../fakes/fake-file-settings.ts';
import { settingKeys } from '../schema/schema.ts';
import { checkSaved } from './check-saved.ts';

const length = 'login.methods.flashCall.profiles."2".psw-length';

describe('what somebody wants to save', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'login.required-factor'],
    ['a number', 5],
  ])('must be keys and values, not %s', (_, values) => {
    expect(checkSaved(values)).toMatchObject([{ key: '', expected: 'an object of setting keys and values' }]);
  });

  it.each<[string, string]>([
    ['__proto__', '{"__proto__":{"login.required-factor":2}}'],
    ['constructor', '{"constructor":1}'],
    ['toString', '{"toString":"x"}'],
    ['logín.required-factor', '{"logín.required-factor":2}'],
    ['login.required-factor ', '{"login.required-factor ":2}'],
    ['login', '{"login":{"required-factor":2}}'],
  ])('must have keys of the schema, not %s', (key, json) => {
    expect(checkSaved(JSON.parse(json))).toMatchObject([{ key, expected: 'the key of a setting' }]);
  });

  it('can not be an attribute list: what accounts hold is decided in blitz.conf', () => {
    expect(checkSaved({ 'id-attrs.attrsMeta': [{ name: 'x' }] })).toMatchObject([{ key: 'id-attrs.attrsMeta' }]);
  });

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0.5,
    4n,
    Symbol('4'),
    () => 4,
    '4',
    '４',
    '٤',
    [4],
    { valueOf: () => 4 },
    new Date(4),
    null,
    undefined,
  ])('must be numbers where numbers are wanted, not %p', (value) => {
    expect(checkSaved({ [length]: value })).toMatchObject([{ key: length, expected: 'a whole number from 3 to 10 (digits)' }]);
  });

  it('is told by the place of each problem, all at once, and quotes nothing long', () => {
    const factors = [[{ enabled: 'yes', method: 'password', extra: 1 }], 'x'.repeat(1_000_000)];
    expect(checkSaved({ [length]: 2, 'login.factors': factors, [`x${'y'.repeat(1000)}`]: 1 })).toMatchObject([
      { key: length, expected: 'a whole number from 3 to 10 (digits)', found: '2' },
      { key: 'login.factors[0][0].enabled', expected: 'true or false', found: '"yes"' },
      { key: 'login.factors[1]', expected: expect.stringContaining('a list of two lists'), found: 'another text' },
      { key: 'login.factors[0][0].extra', expected: 'no such key' },
      { key: `x${'y'.repeat(99)}`, expected: 'the key of a setting' },
    ]);
  });

  it('must fit the file and itself', () => {
    const file = fakeFileSettings();
    expect(checkSaved({ 'login.displayNameAttr': 'nickname' }, file)).toMatchObject([{ key: 'login.displayNameAttr' }]);
    expect(checkSaved({ 'lang.available': ['ru'] }, file)).toMatchObject([{ key: 'lang.available' }]);
    expect(checkSaved({ 'lang.available': ['ru'], 'lang.default': 'ru' }, file)).toEqual([]);
  });

  it('is judged, never fatal, whatever it is', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.dictionary(
        fc.oneof(fc.constantFrom(...settingKeys), fc.string()),
        fc.anything({ withNullPrototype: true, withBigInt: true }),
      ),
    );
    fc.assert(
      fc.property(values, (value) => {
        for (const { key, expected, found } of checkSaved(value, fakeFileSettings())) {
          expect([typeof key, typeof expected]).toEqual(['string', 'string']);
          expect(key.length).toBeLessThan(300);
          expect((found ?? '').length).toBeLessThan(300);
        }
      }),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
