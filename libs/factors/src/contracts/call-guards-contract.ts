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
  readonly placed: (prefixTag: string, at: number) => void;
  /** The right code was entered for a call that was placed at that moment. */
  readonly completed: (prefixTag: string, placedAt: number, now: number) => void;
}

/** Presses with limits so high that none is met, but for what a test is about. */
class Booth {
  room!: GuardedRoom;
  now = 0;

  press(id: string, most: Limits = {}, tags: Tags = {}): GuardedPress {
    const buckets = guardDimensions.map((each) => [each, { tag: tags[each] ?? 'one', most: most[each] ?? 1000, windowMs }]);
    return {
      id,
      buckets: Object.fromEntries(buckets) as GuardedPress['buckets'],
      pumping: { calls: 20, percent: 10, quietMs, openMs },
    };
  }

  claims(id: string, most?: Limits, tags?: Tags): Promise<GuardVerdict> {
    return this.room.guards.claim(this.press(id, most, tags), this.now);
  }
}

type Limits = Partial<Record<GuardDimension, number>>;
type Tags = Partial<Record<GuardDimension, string>>;

/** What every CallGuards must do. `make` answers an empty one. */
export function callGuardsContract(name: string, make: () => GuardedRoom | Promise<GuardedRoom>): void {
  describe(name, () => {
    const booth = new Booth();
    beforeEach(async () => {
      booth.room = await make();
      booth.now = 1_800_000_000_000;
    });
    describe('guards calls', () => { counts(booth); });
    describe('guards calls press by press', () => { presses(booth); });
    describe('when calls are made and nobody enters a code', () => { pumping(booth); });
  });
}

function counts(booth: Booth): void {
  it.each(guardDimensions)('by %s: as many as are allowed, and not one more', async (by) => {
    const most = { [by]: 3 };
    for (const id of ['a', 'b', 'c']) expect(await booth.claims(id, most)).toEqual({ kind: 'admitted', counted: true });
    expect(await booth.claims('d', most)).toEqual({ kind: 'refused', by, until: booth.now + windowMs, fires: true });
    expect((await booth.claims('e', most, { [by]: 'another' })).kind).toBe('admitted');
  });

  it('in any window of that length: room comes back as calls grow old, one by one', async () => {
    const began = booth.now;
    for (const id of ['a', 'b', 'c']) {
      await booth.claims(id, { number: 3 });
      booth.now += 60_000;
    }
    expect(await booth.claims('d', { number: 3 })).toMatchObject({ kind: 'refused', until: began + windowMs });
    booth.now = began + windowMs - 1;
    expect((await booth.claims('d', { number: 3 })).kind).toBe('refused');
    booth.now += 1;
    expect((await booth.claims('d', { number: 3 })).kind).toBe('admitted');
    expect(await booth.claims('e', { number: 3 })).toMatchObject({ kind: 'refused', until: began + 60_000 + windowMs });
  });

  it('with a limit that was lowered: until so many have left that there is room', async () => {
    const began = booth.now;
    for (const id of ['a', 'b', 'c', 'd']) {
      await booth.claims(id);
      booth.now += 1000;
    }
    expect(await booth.claims('e', { total: 2 })).toMatchObject({ by: 'total', until: began + 2000 + windowMs });
  });

  it('in every dimension or in none: a refused press takes no room from others', async () => {
    await booth.claims('a', { number: 1 });
    for (const id of ['b', 'c', 'd']) expect((await booth.claims(id, { number: 1, total: 2 })).kind).toBe('refused');
    expect((await booth.claims('e', { number: 1, total: 2 }, { number: 'another' })).kind).toBe('admitted');
  });

  it('names the guard that stays shut longest', async () => {
    await booth.claims('a', {}, { number: 'another' });
    booth.now += 1000;
    await booth.claims('b', {}, { number: 'one', total: 'elsewhere' });
    expect(await booth.claims('c', { number: 1, total: 1 })).toMatchObject({ by: 'number', until: booth.now + windowMs });
  });

  it('0 is off', async () => {
    const off = Object.fromEntries(guardDimensions.map((each) => [each, 0]));
    for (const id of ['a', 'b', 'c']) expect(await booth.claims(id, off)).toEqual({ kind: 'admitted', counted: false });
  });
}

function presses(booth: Booth): void {
  it('R3 a press that comes twice counts once, also when there is no room for another', async () => {
    expect(await booth.claims('a', { number: 1 })).toEqual({ kind: 'admitted', counted: true });
    expect(await booth.claims('a', { number: 1 })).toEqual({ kind: 'admitted', counted: false });
    expect((await booth.claims('b', { number: 1 })).kind).toBe('refused');
  });

  it('what is given back is room for another, everywhere', async () => {
    const one = Object.fromEntries(guardDimensions.map((each) => [each, 1]));
    await booth.claims('a', one);
    await booth.room.guards.giveBack(booth.press('a', one));
    expect((await booth.claims('b', one)).kind).toBe('admitted');
    await booth.room.guards.giveBack(booth.press('a', one));
    expect((await booth.claims('c', one)).kind).toBe('refused');
  });

  it('looking changes nothing', async () => {
    const look = (): Promise<GuardVerdict> => booth.room.guards.look(booth.press('a', { number: 1 }), booth.now);
    expect([await look(), await look()]).toMatchObject([{ kind: 'admitted' }, { kind: 'admitted' }]);
    await booth.claims('b', { number: 1 });
    expect(await look()).toEqual({ kind: 'refused', by: 'number', until: booth.now + windowMs, fires: false });
    expect(await booth.claims('a', { number: 1 })).toMatchObject({ fires: true });
  });

  it('fires once in a window, however many are refused', async () => {
    const fires = async (id: string): Promise<boolean> => ((await booth.claims(id, { number: 1 })) as { readonly fires: boolean }).fires;
    await booth.claims('a', { number: 1 });
    expect([await fires('b'), await fires('c'), await fires('b')]).toEqual([true, false, false]);
    booth.now += windowMs;
    await booth.claims('d', { number: 1 });
    expect([await fires('e'), await fires('f')]).toEqual([true, false]);
  });
}

function pumping(booth: Booth): void {
  function history(placed: number, completed: number, prefix = 'one'): void {
    const at = booth.now;
    for (let count = 0; count < placed; count += 1) booth.room.placed(prefix, at + count);
    for (let count = 0; count < completed; count += 1) booth.room.completed(prefix, at + count, at + count + 5000);
    booth.now = at + placed + openMs;
  }

  it.each([
    [19, 0, 'admitted'],
    [20, 2, 'admitted'],
    [20, 1, 'refused'],
    [30, 2, 'refused'],
    [30, 3, 'admitted'],
  ])('%d calls and %d codes: %s', async (placed, completed, kind) => {
    history(placed, completed);
    expect((await booth.claims('a')).kind).toBe(kind);
  });

  it('the prefix is quiet for a time, fires once, and others are not', async () => {
    history(20, 0);
    const until = booth.now + quietMs;
    expect(await booth.room.guards.look(booth.press('a'), booth.now)).toEqual({ kind: 'refused', by: 'quiet', until, fires: false });
    expect(await booth.claims('a')).toEqual({ kind: 'refused', by: 'quiet', until, fires: true });
    expect(await booth.claims('b')).toEqual({ kind: 'refused', by: 'quiet', until, fires: false });
    expect((await booth.claims('c', {}, { prefix: 'another' })).kind).toBe('admitted');
    booth.now = until - 1;
    expect((await booth.claims('d')).kind).toBe('refused');
    booth.now = until;
    expect((await booth.claims('d')).kind).toBe('admitted');
  });

  it('a call that may still be completed is not judged', async () => {
    history(20, 0);
    booth.now -= 25;
    expect((await booth.claims('a')).kind).toBe('admitted');
  });

  it('calls of more than an hour ago are not judged', async () => {
    history(20, 0);
    booth.now += 3_600_000;
    expect((await booth.claims('a')).kind).toBe('admitted');
  });

  it('and the administrator does not want it: nothing is quiet', async () => {
    history(20, 0);
    const wanted = { ...booth.press('a'), pumping: { calls: 0, percent: 10, quietMs, openMs } };
    expect((await booth.room.guards.claim(wanted, booth.now)).kind).toBe('admitted');
  });
}
