import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import { readHocon } from './read-hocon.ts';

const trees = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }));

async function reads(text: string): Promise<unknown> {
  const { tree } = await readHocon('/x.conf', fakeConfFiles({ '/x.conf': text }).readText);
  return JSON.parse(JSON.stringify(tree));
}

describe('JSON is HOCON', () => {
  it('means itself, on one line or on many', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.constantFrom(0, 2), async (tree, indent) => {
        const text = JSON.stringify(tree, null, indent);
        expect(await reads(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 100 },
    );
  });

  it('said twice it merges: blocks with blocks, anything else is replaced by what comes last', async () => {
    await fc.assert(
      fc.asyncProperty(trees, trees, async (one, other) => {
        const parsed = [one, other].map((tree) => JSON.parse(JSON.stringify(tree)) as unknown);
        const text = `"x" : ${JSON.stringify(one)}\n"x" : ${JSON.stringify(other)}`;
        expect(await reads(text)).toEqual({ x: merged(parsed[0], parsed[1]) });
      }),
      { numRuns: 100 },
    );
  });
});

const isBlock = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function merged(one: unknown, other: unknown): unknown {
  if (!isBlock(one) || !isBlock(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const [left, right] = [new Map<string, unknown>(Object.entries(one)), new Map<string, unknown>(Object.entries(other))];
  const value = (key: string): unknown =>
    left.has(key) && right.has(key) ? merged(left.get(key), right.get(key)) : (right.get(key) ?? left.get(key) ?? null);
  return Object.fromEntries(keys.map((key) => [key, value(key)]));
}
