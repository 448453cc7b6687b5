import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TailPosition } from './tail-position.ts';

const now = 1_800_000_000_000;
const reading = (...ids: readonly number[]): TailPosition => ids.reduce((at, id) => at.seen(id, now), TailPosition.after([], now));

describe('how far somebody has read the journal', () => {
  it('is the newest number, and those before it that could not be seen yet', () => {
    expect(String(reading(1, 2, 3, 6, 7, 9))).toBe('9.4-5.8-8');
    expect(String(reading(1, 2, 3, 6, 7, 9, 5, 8))).toBe('9.4-4');
    expect(String(reading(1, 9, 5))).toBe('9.2-4.6-8');
    expect(String(TailPosition.after([9, 7, 8], now))).toBe('9');
  });

  it('has what was read, in whatever order, and nothing else', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (ids) => {
      const position = reading(...ids);
      for (let id = 1; id <= 60; id += 1) expect([id, position.has(id)]).toEqual([id, ids.includes(id)]);
    }));
  });

  it('is the same after it was written down and read', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1 }), (ids) => {
      const text = String(reading(...ids));
      expect(String(TailPosition.read(text, now))).toBe(text);
    }));
  });

  it('gives up what was not written in time, and only that', () => {
    const position = reading(1, 5).seen(9, now + 10);
    expect(String(position.without(now + 10))).toBe('9.6-8');
    expect(position.without(now)).toBe(position);
  });

  it('never forgets a number for want of room: neighbours are looked for together', () => {
    const odd = Array.from({ length: 5_000 }, (_, at) => 2 * at + 1);
    const position = TailPosition.after(odd, now);
    expect(position.gaps.length).toBeLessThanOrEqual(2_000);
    const read = TailPosition.read(String(position), now);
    expect(String(position).length).toBeLessThan(2_000);
    for (let even = 2; even < 9_999; even += 2) expect([even, position.has(even), read?.has(even)]).toEqual([even, false, false]);
  });

  it('takes over what another looks for', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (mine, others) => {
      const [one, other] = [reading(...mine), reading(...others)];
      const both = one.joined(other);
      for (let id = 1; id <= one.newest; id += 1) {
        expect([id, both.has(id)]).toEqual([id, one.has(id) && !(id <= other.newest && !other.has(id))]);
      }
    }));
  });

  it.each(['', 'x', '9.', '9.8', '9.5-4', '9.4-9', '9.6-7.4-5', '9.4-5.5-6', '9,4-5', '-1', `9${'.4-5'.repeat(1_000)}`, '9'.repeat(16), '9.4-5\n'])(
    'is not read from %p',
    (text) => {
      expect(TailPosition.read(text, now)).toBeUndefined();
    },
  );
});
