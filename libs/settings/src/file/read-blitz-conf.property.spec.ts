import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import { readBlitzConf } from './read-blitz-conf.ts';

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    '=',
    ':',
    '+=',
    '\n',
    ' ',
    '"',
    '"""',
    '//',
    '#',
    '$',
    '${',
    '${?',
    '.',
    '|',
    '@',
    '\\',
    '+',
    '-',
    '\u0000',
  ],
  ...[
    'include ',
    'include "boot"',
    'include "blitz"',
    'url("http://127.0.0.1")',
    'blitz.prod.local.idp',
    'login',
    'factors',
    'required-factor',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '_old',
    'a',
    '${a}',
    'a = ${a}',
    '"2"',
    '1',
    '1e999',
    'true',
    'null',
    '"x"',
    '{$}c2VjcmV0',
    'ключ',
    '🙂',
  ],
];

const scraps = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

/** Nearly right: a value of any shape where a setting stands. */
const nearlyRight = fc
  .record({
    key: fc.constantFrom(
      'login',
      'login.factors',
      'login.required-factor',
      'login.methods',
      'id-attrs.attrsMeta',
      'lang.available',
      'login.session',
      'lang',
      'phone',
    ),
    value: fc.jsonValue({ maxDepth: 4 }),
  })
  .map(
    ({ key, value }) =>
      `blitz.prod.local.idp.login.factors = [[], []]\nblitz.prod.local.idp { ${key} = ${JSON.stringify(value)} }`,
  );

describe('whatever stands in blitz.conf', () => {
  it.each([
    ['scraps of HOCON', scraps],
    ['any text', anyText],
    ['settings of any shape', nearlyRight],
  ])('%s: it is read, or refused with a line and an expectation for every problem', async (_, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, anyOf(scraps), async (text, boot) => {
        const files = fakeConfFiles({ '/blitz.conf': text, ...(boot === undefined ? {} : { '/boot.conf': boot }) });
        const error: unknown = await readBlitzConf('/blitz.conf', files).then(
          () => undefined,
          (cause: unknown) => cause,
        );
        if (error === undefined) return;
        expect(error).toBeInstanceOf(BlitzConfInvalid);
        const { problems, message } = error as BlitzConfInvalid;
        expect(problems.length).toBeGreaterThan(0);
        for (const { file, line, expected } of problems) {
          expect(['/blitz.conf', '/boot.conf']).toContain(file);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual((file === '/boot.conf' ? (boot ?? '') : text).split('\n').length);
          expect(expected).not.toBe('');
        }
        expect(message).not.toContain('c2VjcmV0');
      }),
      { numRuns: 500 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

function anyOf(texts: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> {
  return fc.option(texts, { nil: undefined, freq: 5 });
}
