import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { repeatsNames } from './repeated-names.ts';

const repeats = (text: string): boolean => repeatsNames(text, JSON.parse(text));

describe('JSON that says something twice', () => {
  it('is never what says everything once', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
      expect(repeats(JSON.stringify(value, undefined, indent))).toBe(false);
    }));
  });

  it('is known, wherever that stands and whatever the name is', () => {
    fc.assert(fc.property(fc.string(), fc.nat(3), fc.jsonValue(), (name, depth, other) => {
      const twice = `{${JSON.stringify(name)}:1,${JSON.stringify(`${name}x`)}:${JSON.stringify(other)},${JSON.stringify(name)}:1}`;
      expect(repeats(`${'{"in":['.repeat(depth)}${twice}${']}'.repeat(depth)}`)).toBe(true);
    }));
  });

  it.each([
    ['{"a":"\\"b\\":","c":"d:e"}', false],
    ['{"a" : {"b"\n:1}}', false],
    ['["a:","b"]', false],
    ['"a\\\\"', false],
    ['{"":0,"":0}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['[{"a":1},{"a":2}]', false],
  ])('%s: %p', (text, answer) => {
    expect(repeats(text)).toBe(answer);
  });
});
