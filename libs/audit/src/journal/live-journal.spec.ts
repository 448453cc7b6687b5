import { describe, expect, it } from '@jest/globals';
import type { EventFilter } from './event-filter.ts';
import type { JournalEntry } from './journal-entry.ts';
import { JournalTail } from './journal-tail.ts';
import { LiveJournal, watchersLimits } from './live-journal.ts';
import { TailPosition } from './tail-position.ts';
import type { Watcher } from './watcher.ts';

/** A journal in memory. What is numbered is seen when it is committed. */
class FakeTail extends JournalTail {
  readonly #entries = new Map<number, JournalEntry>();
  now = 1_800_000_000_000;
  asked = 0;
  broken = false;

  commits(...ids: readonly number[]): void {
    for (const id of ids) this.#entries.set(id, { id, event: { type: id % 2 === 0 ? 'call_asked' : 'entry_wrong', at: this.now, sub: 'ada' } });
  }

  end(): Promise<TailPosition> {
    return Promise.resolve(TailPosition.after([...this.#entries.keys()], this.now));
  }

  after(position: TailPosition, limit: number): Promise<readonly JournalEntry[]> {
    this.asked += 1;
    if (this.broken) return Promise.reject(new Error('the database is away'));
    const found = [...this.#entries.values()].filter(({ id }) => !position.has(id)).sort((one, other) => one.id - other.id);
    return Promise.resolve(found.slice(0, limit));
  }
}

function journal() {
  const tail = new FakeTail();
  const warnings: unknown[] = [];
  const live = new LiveJournal(tail, { now: () => tail.now }, (error) => warnings.push(error));
  const sits = (more: Partial<Watcher> = {}) => {
    const seen = { ids: [] as number[], position: '', missed: 0, leave: (): void => undefined };
    seen.leave = live.watch({
      who: 'ada',
      filter: {},
      tell: ({ id }, position) => { seen.ids.push(id); seen.position = String(position); },
      stand: (position) => (seen.position = String(position)),
      missed: () => (seen.missed += 1),
      ...more,
    });
    return seen;
  };
  return { tail, live, sits, warnings };
}

const resumed = (text: string): Partial<Watcher> => ({ from: TailPosition.read(text, 1_800_000_000_000) });

describe('whoever watches the journal', () => {
  it('is told of what is written from now on, once', async () => {
    const { tail, live, sits } = journal();
    tail.commits(1, 2);
    const watcher = sits();
    await live.poll();
    tail.commits(3);
    await live.poll();
    tail.commits(4, 5);
    await live.poll();
    await live.poll();
    expect(watcher.ids).toEqual([3, 4, 5]);
  });

  it('is told of what was numbered earlier and committed later', async () => {
    const { tail, live, sits } = journal();
    tail.commits(1, 4);
    const watcher = sits();
    await live.poll();
    tail.commits(6, 7);
    await live.poll();
    tail.commits(2, 5);
    await live.poll();
    expect(watcher.ids).toEqual([6, 7, 2, 5]);
  });

  it('is not told for ever of what was rolled back: after a minute it is looked for no more', async () => {
    const { tail, live, sits } = journal();
    tail.commits(1, 4);
    const watcher = sits();
    await live.poll();
    expect(watcher.position).toBe('4.2-3');
    tail.now += 61_000;
    await live.poll();
    expect(watcher.position).toBe('4');
  });

  it('is told only of what fits', async () => {
    const { tail, live, sits } = journal();
    const filter: EventFilter = { outcome: 'failure' };
    const watcher = sits({ filter });
    await live.poll();
    tail.commits(1, 2, 3, 4);
    await live.poll();
    expect([watcher.ids, watcher.position]).toEqual([[1, 3], '4']);
  });

  it('goes on where they stopped, whatever was committed meanwhile and in whatever order', async () => {
    const { tail, live, sits } = journal();
    tail.commits(1, 3);
    const before = sits();
    await live.poll();
    tail.commits(5);
    await live.poll();
    before.leave();
    tail.commits(2, 4, 6, 9);
    await live.poll();
    const again = sits(resumed(before.position));
    await live.poll();
    expect(again.ids).toEqual([2, 4, 6, 9]);
    tail.commits(7, 10);
    await live.poll();
    tail.commits(8);
    await live.poll();
    expect(again.ids).toEqual([2, 4, 6, 9, 7, 10, 8]);
  });

  it('makes others look for what only they knew to be missing', async () => {
    const { tail, live, sits } = journal();
    tail.commits(50, 51);
    sits();
    await live.poll();
    const again = sits(resumed('45.40-41'));
    await live.poll();
    tail.commits(40);
    await live.poll();
    expect(again.ids).toEqual([50, 51, 40]);
  });

  it('is told that something is missing when they were away too long, or come from another journal', async () => {
    const { tail, live, sits } = journal();
    tail.commits(...Array.from({ length: 10_500 }, (_, at) => at + 1));
    const [late, foreign, inTime] = [sits(resumed('1')), sits(resumed('99999')), sits(resumed('9000'))];
    await live.poll();
    expect([late.missed, late.ids.length, foreign.missed, foreign.ids.length, inTime.missed, inTime.ids.length]).toEqual([1, 10_000, 1, 0, 0, 1_500]);
    tail.commits(10_501);
    await live.poll();
    expect([late.ids.at(-1), foreign.ids, inTime.ids.at(-1)]).toEqual([10_501, [10_501], 10_501]);
  });

  it('costs one question for all, and none when nobody is left', async () => {
    const { tail, live, sits } = journal();
    const all = Array.from({ length: 10 }, () => sits());
    await live.poll();
    tail.asked = 0;
    await live.poll();
    expect(tail.asked).toBe(1);
    for (const each of all) each.leave();
    expect(live.watchers).toBe(0);
  });

  it('is told of the rest when the database is back, and the log of the outage once', async () => {
    const { tail, live, sits, warnings } = journal();
    const watcher = sits();
    await live.poll();
    tail.broken = true;
    tail.commits(1);
    await live.poll();
    await live.poll();
    tail.broken = false;
    await live.poll();
    expect([watcher.ids, warnings.length]).toEqual([[1], 1]);
  });

  it('is one of ten at most of the same name, and of two hundred in all', () => {
    const { live, sits } = journal();
    const mine = Array.from({ length: watchersLimits.mostOfOne }, () => sits());
    expect(() => sits()).toThrow('watchers_limited');
    mine[0]?.leave();
    sits();
    while (live.watchers < watchersLimits.most) sits({ who: `other-${String(Math.floor(live.watchers / 10))}` });
    expect(live.watchers).toBe(watchersLimits.most);
    expect(() => sits({ who: 'one more' })).toThrow('watchers_limited');
  });
});
