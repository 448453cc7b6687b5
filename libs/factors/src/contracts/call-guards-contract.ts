import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallGuards, GuardedPress, GuardVerdict } from '../guards/call-guards.ts';
import { guardDimensions, type GuardDimension } from '../guards/guard-dimension.ts';

const windowMs = 600_000;
const openMs = 120_000;
const quietMs = 3_600_000;

/** The guards with what feeds them. Times go forward only. */
export interface GuardedRoom {
  readonly guards: CallGuards;
  /** The provider was told to call, at that moment. */
  readonly placed: (prefixTag: string, at: number) => Promise<void>;
  /** The right code was entered for a call that was placed at that moment. */
  readonly completed: (prefixTag: string, placedAt: number, now: number) => Promise<void>;
}

/** What every CallGuards must do. `make` answers an empty one. */
export function callGuardsContract(name: string, make: () => GuardedRoom | Promise<GuardedRoom>): void {
  describe(`${name} guards calls`, () => {
    let room: GuardedRoom;
    let now: number;
    beforeEach(async () => {
      room = await make();
      now = 1_800_000_000_000;
    });

    /** Limits so high that none is met, but for what a test is about. */
    function press(id: string, most: Partial<Record<GuardDimension, number>> = {}, tags: Partial<Record<GuardDimension, string>> = {}): GuardedPress {
      const buckets = guardDimensions.map((each) => [each, { tag: tags[each] ?? 'one', most: most[each] ?? 1000, windowMs }]);
      return {
        id,
        buckets: Object.fromEntries(buckets) as GuardedPress['buckets'],
        pumping: { calls: 20, percent: 10, quietMs, openMs },
      };
    }
    const claims = (id: string, most?: Partial<Record<GuardDimension, number>>, tags?: Partial<Record<GuardDimension, string>>): Promise<GuardVerdict> =>
      room.guards.claim(press(id, most, tags), now);

    it.each(guardDimensions)('by %s: as many as are allowed, and not one more', async (by) => {
      const most = { [by]: 3 };
      for (const id of ['a', 'b', 'c']) expect(await claims(id, most)).toEqual({ kind: 'admitted', counted: true });
      expect(await claims('d', most)).toEqual({ kind: 'refused', by, until: now + windowMs, fires: true });
      expect((await claims('e', most, { [by]: 'another' })).kind).toBe('admitted');
    });

    it('in any window of that length: room comes back as calls grow old, one by one', async () => {
      const began = now;
      for (const id of ['a', 'b', 'c']) {
        await claims(id, { number: 3 });
        now += 60_000;
      }
      expect(await claims('d', { number: 3 })).toMatchObject({ kind: 'refused', until: began + windowMs });
      now = began + windowMs - 1;
      expect((await claims('d', { number: 3 })).kind).toBe('refused');
      now += 1;
      expect((await claims('d', { number: 3 })).kind).toBe('admitted');
      expect(await claims('e', { number: 3 })).toMatchObject({ kind: 'refused', until: began + 60_000 + windowMs });
    });

    it('with a limit that was lowered: until so many have left that there is room', async () => {
      const began = now;
      for (const id of ['a', 'b', 'c', 'd']) {
        await claims(id);
        now += 1000;
      }
      expect(await claims('e', { total: 2 })).toMatchObject({ by: 'total', until: began + 2000 + windowMs });
    });

    it('in every dimension or in none: a refused press takes no room from others', async () => {
      await claims('a', { number: 1 });
      for (const id of ['b', 'c', 'd']) expect((await claims(id, { number: 1, total: 2 })).kind).toBe('refused');
      expect((await claims('e', { number: 1, total: 2 }, { number: 'another' })).kind).toBe('admitted');
    });

    it('names the guard that stays shut longest', async () => {
      await claims('a', {}, { number: 'another' });
      now += 1000;
      await claims('b', {}, { number: 'one', total: 'elsewhere' });
      expect(await claims('c', { number: 1, total: 1 })).toMatchObject({ by: 'number', until: now + windowMs });
    });

    it('0 is off', async () => {
      const off = Object.fromEntries(guardDimensions.map((each) => [each, 0]));
      for (const id of ['a', 'b', 'c']) expect(await claims(id, off)).toEqual({ kind: 'admitted', counted: false });
    });

    it('R3 a press that comes twice counts once, also when there is no room for another', async () => {
      expect(await claims('a', { number: 1 })).toEqual({ kind: 'admitted', counted: true });
      expect(await claims('a', { number: 1 })).toEqual({ kind: 'admitted', counted: false });
      expect((await claims('b', { number: 1 })).kind).toBe('refused');
    });

    it('what is given back is room for another, everywhere', async () => {
      const one = Object.fromEntries(guardDimensions.map((each) => [each, 1]));
      await claims('a', one);
      await room.guards.giveBack(press('a', one));
      expect((await claims('b', one)).kind).toBe('admitted');
      await room.guards.giveBack(press('a', one));
      expect((await claims('c', one)).kind).toBe('refused');
    });

    it('looking changes nothing', async () => {
      const look = (): Promise<GuardVerdict> => room.guards.look(press('a', { number: 1 }), now);
      expect([await look(), await look()]).toMatchObject([{ kind: 'admitted' }, { kind: 'admitted' }]);
      await claims('b', { number: 1 });
      expect(await look()).toEqual({ kind: 'refused', by: 'number', until: now + windowMs, fires: false });
      expect(await claims('a', { number: 1 })).toMatchObject({ fires: true });
    });

    it('fires once in a window, however many are refused', async () => {
      const fires = async (id: string): Promise<boolean> => ((await claims(id, { number: 1 })) as { readonly fires: boolean }).fires;
      await claims('a', { number: 1 });
      expect([await fires('b'), await fires('c'), await fires('b')]).toEqual([true, false, false]);
      now += windowMs;
      await claims('d', { number: 1 });
      expect([await fires('e'), await fires('f')]).toEqual([true, false]);
    });

    describe('when calls are made and nobody enters a code', () => {
      async function history(placed: number, completed: number, prefix = 'one'): Promise<void> {
        const at = now;
        for (let count = 0; count < placed; count += 1) await room.placed(prefix, at + count);
        for (let count = 0; count < completed; count += 1) await room.completed(prefix, at + count, at + count + 5000);
        now = at + placed + openMs;
      }

      it.each([
        [19, 0, 'admitted'],
        [20, 2, 'admitted'],
        [20, 1, 'refused'],
        [30, 2, 'refused'],
        [30, 3, 'admitted'],
      ])('%d calls and %d codes: %s', async (placed, completed, kind) => {
        await history(placed, completed);
        expect((await claims('a')).kind).toBe(kind);
      });

      it('the prefix is quiet for a time, fires once, and others are not', async () => {
        await history(20, 0);
        const until = now + quietMs;
        expect(await room.guards.look(press('a'), now)).toEqual({ kind: 'refused', by: 'quiet', until, fires: false });
        expect(await claims('a')).toEqual({ kind: 'refused', by: 'quiet', until, fires: true });
        expect(await claims('b')).toEqual({ kind: 'refused', by: 'quiet', until, fires: false });
        expect((await claims('c', {}, { prefix: 'another' })).kind).toBe('admitted');
        now = until - 1;
        expect((await claims('d')).kind).toBe('refused');
        now = until;
        expect((await claims('d')).kind).toBe('admitted');
      });

      it('a call that may still be completed is not judged', async () => {
        await history(20, 0);
        now -= 25;
        expect((await claims('a')).kind).toBe('admitted');
      });

      it('calls of more than an hour ago are not judged', async () => {
        await history(20, 0);
        now += 3_600_000;
        expect((await claims('a')).kind).toBe('admitted');
      });

      it('and the administrator does not want it: nothing is quiet', async () => {
        await history(20, 0);
        const wanted = { ...press('a'), pumping: { calls: 0, percent: 10, quietMs, openMs } };
        expect((await room.guards.claim(wanted, now)).kind).toBe('admitted');
      });
    });
  });
}
