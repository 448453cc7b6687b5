/** Numbers that were given out and could not be seen yet: their events are still being written, or never will be. */
interface Gap {
  readonly from: number;
  readonly to: number;
  /** When it was noticed; milliseconds since the epoch. */
  readonly since: number;
}

const mostGaps = 2_000;
const mostGapsInText = 100;
const longestText = 4_000;

/**
 * How far somebody has read the journal. Events are numbered when they are written and seen when they are committed, so a later
 * number can be seen first: what was passed over is remembered, and looked for again.
 *
 *   1 2 3 · · 6 7 · 9     newest 9, gaps 4–5 and 8
 */
export class TailPosition {
  private constructor(
    readonly newest: number,
    readonly gaps: readonly Gap[],
  ) {}

  /** @param seen numbers that can be seen, in any order; what is missing between them is looked for again */
  static after(seen: readonly number[], now: number): TailPosition {
    const sorted = [...seen].sort((one, other) => one - other);
    const [first] = sorted;
    if (first === undefined) return new TailPosition(0, []);
    return sorted.slice(1).reduce<TailPosition>((position, id) => position.seen(id, now), new TailPosition(first, []));
  }

  /** What `toString` made; undefined when it is something else. */
  static read(text: string, now: number): TailPosition | undefined {
    if (text.length > longestText || !/^\d{1,15}(?:\.\d{1,15}-\d{1,15})*$/.test(text)) return undefined;
    const [newest = '', ...ranges] = text.split('.');
    const gaps = ranges.slice(0, mostGapsInText).map((range) => {
      const [from = 0, to = 0] = range.split('-').map(Number);
      return { from, to, since: now };
    });
    const inOrder = gaps.every(({ from, to }, at) => from <= to && to < Number(newest) && from > (gaps[at - 1]?.to ?? -1));
    return inOrder ? new TailPosition(Number(newest), gaps) : undefined;
  }

  has(id: number): boolean {
    return id <= this.newest && !this.gaps.some(({ from, to }) => from <= id && id <= to);
  }

  seen(id: number, now: number): TailPosition {
    if (id > this.newest) {
      const gap = id === this.newest + 1 ? [] : [{ from: this.newest + 1, to: id - 1, since: now }];
      return new TailPosition(id, fewer([...this.gaps, ...gap], mostGaps));
    }
    if (this.has(id)) return this;
    return new TailPosition(this.newest, this.gaps.flatMap((gap) => (gap.from <= id && id <= gap.to ? around(gap, id) : [gap])));
  }

  /** Looks for what the other one passed over as well. */
  joined(other: TailPosition): TailPosition {
    const wanted = other.gaps.filter(({ from }) => from <= this.newest).map((gap) => ({ ...gap, to: Math.min(gap.to, this.newest) }));
    const sorted = [...this.gaps, ...wanted].sort((one, another) => one.from - another.from);
    return new TailPosition(this.newest, fewer(sorted.reduce(withGap, []), mostGaps));
  }

  /** Gives up what was not written by now. @param moment noticed before it */
  without(moment: number): TailPosition {
    const gaps = this.gaps.filter(({ since }) => since >= moment);
    return gaps.length === this.gaps.length ? this : new TailPosition(this.newest, gaps);
  }

  /** As the id of a server-sent event: `9.4-5.8-8`. */
  toString(): string {
    return [String(this.newest), ...fewer(this.gaps, mostGapsInText).map(({ from, to }) => `${String(from)}-${String(to)}`)].join('.');
  }
}

function around({ from, to, since }: Gap, id: number): Gap[] {
  return [{ from, to: id - 1, since }, { from: id + 1, to, since }].filter((gap) => gap.from <= gap.to);
}

function withGap(gaps: readonly Gap[], gap: Gap): readonly Gap[] {
  const last = gaps.at(-1);
  if (last === undefined || last.to < gap.from) return [...gaps, gap];
  return [...gaps.slice(0, -1), { from: last.from, to: Math.max(last.to, gap.to), since: Math.max(last.since, gap.since) }];
}

/** Neighbours made one, oldest first: an event between them may be read a second time, but none is lost. */
function fewer(gaps: readonly Gap[], most: number): readonly Gap[] {
  if (gaps.length <= most) return gaps;
  const [first, ...rest] = gaps;
  const joined = rest.slice(0, gaps.length - most);
  const last = joined.at(-1);
  if (first === undefined || last === undefined) return gaps;
  return [{ from: first.from, to: last.to, since: last.since }, ...rest.slice(joined.length)];
}
