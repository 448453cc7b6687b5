import { DomainError, type Clock } from '@blitz/kernel';
import { fitsFilter } from './event-filter.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { JournalErrorCode } from './journal-error.ts';
import type { JournalTail } from './journal-tail.ts';
import type { TailPosition } from './tail-position.ts';
import type { Watcher } from './watcher.ts';

export const watchersLimits = { most: 200, mostOfOne: 10 } as const;

const everyMs = 500;
const most = 1_000;
/** Whoever was away for more than this is told that something is missing, and goes on from now. */
const mostPages = 10;
/** Longer than any statement or transaction of ours may take; what was not written by then was rolled back. */
const patienceMs = 60_000;

/** A watcher, and where they stand as long as that is not where all stand. */
interface Seat {
  readonly watcher: Watcher;
  own: TailPosition | undefined;
  left: boolean;
}

/**
 * Tells of events as they are written. However many watch, the journal is asked once for all of them, and not at all when nobody
 * does.
 *
 *   watch ─▶ waiting ── caught up from where they stopped ─▶ seated ── every poll: what is new and fits ─▶ told
 */
export class LiveJournal {
  readonly #waiting = new Set<Seat>();
  readonly #seated = new Set<Seat>();
  #position: TailPosition | undefined;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #failing = false;

  constructor(
    private readonly tail: JournalTail,
    private readonly clock: Clock,
    private readonly warn: (error: unknown) => void,
  ) {}

  /**
   * @returns leaves
   * @throws DomainError `watchers_limited`
   */
  watch(watcher: Watcher): () => void {
    const all = [...this.#waiting, ...this.#seated];
    const mine = all.filter((seat) => seat.watcher.who === watcher.who);
    if (all.length >= watchersLimits.most || mine.length >= watchersLimits.mostOfOne) throw new DomainError<JournalErrorCode>('watchers_limited');
    const seat: Seat = { watcher, own: watcher.from, left: false };
    this.#waiting.add(seat);
    this.#soon(0);
    return () => {
      seat.left = true;
      this.#waiting.delete(seat);
      this.#seated.delete(seat);
    };
  }

  get watchers(): number {
    return this.#waiting.size + this.#seated.size;
  }

  /** Looks once, now: what could be seen before is told when it resolves. Never rejects, and never runs twice at once. */
  async poll(): Promise<void> {
    await this.#polling;
    this.#polling ??= this.#tryToLook().finally(() => (this.#polling = undefined));
    await this.#polling;
  }

  #soon(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.poll().then(() => { this.#goOn(); }), ms).unref();
  }

  #goOn(): void {
    if (this.watchers > 0) this.#soon(everyMs);
    else this.#position = undefined;
  }

  async #tryToLook(): Promise<void> {
    try {
      await this.#look();
      this.#failing = false;
    } catch (error) {
      // Told once: it is tried again twice a second.
      if (!this.#failing) this.warn(error);
      this.#failing = true;
    }
  }

  async #look(): Promise<void> {
    let position = (this.#position ??= await this.tail.end());
    for (let read = most; read >= most; ) {
      const entries = await this.tail.after(position, most);
      this.#position = position = this.#tellAll(entries, position);
      read = entries.length;
    }
    // They have been told of everything that anybody could see by now.
    for (const seat of this.#seated) seat.own = undefined;
    for (const seat of [...this.#waiting]) position = await this.#seat(seat, position);
    this.#position = position.without(this.clock.now() - patienceMs);
    for (const { watcher, own } of this.#seated) watcher.stand(own ?? this.#position);
  }

  /** @returns where whoever has read them stands */
  #tellAll(entries: readonly JournalEntry[], before: TailPosition): TailPosition {
    let position = before;
    for (const entry of entries) {
      position = position.seen(entry.id, this.clock.now());
      for (const seat of this.#seated) {
        if (seat.own === undefined) tell(seat, entry, position);
        else this.#tellAlone(seat, entry, seat.own);
      }
    }
    return position;
  }

  /** Reads for one alone from where they stopped, at least as far as all have read. @returns where all stand from now on */
  async #seat(seat: Seat, shared: TailPosition): Promise<TailPosition> {
    const caughtUp = await this.#catchUp(seat, shared);
    if (!caughtUp) {
      seat.own = undefined;
      seat.watcher.missed();
    }
    if (seat.left) return shared;
    this.#waiting.delete(seat);
    this.#seated.add(seat);
    return seat.own === undefined ? shared : shared.joined(seat.own);
  }

  async #catchUp(seat: Seat, shared: TailPosition): Promise<boolean> {
    // Of another journal: there was a restore since.
    if (seat.own !== undefined && seat.own.newest > shared.newest) return false;
    for (let page = 0; seat.own !== undefined && page < mostPages; page += 1) {
      const entries = await this.tail.after(seat.own, most);
      for (const entry of entries) this.#tellAlone(seat, entry, seat.own);
      if (entries.length < most) return true;
    }
    return seat.own === undefined;
  }

  #tellAlone(seat: Seat, entry: JournalEntry, own: TailPosition): void {
    if (own.has(entry.id)) return;
    seat.own = own.seen(entry.id, this.clock.now());
    tell(seat, entry, seat.own);
  }
}

function tell({ watcher, left }: Seat, entry: JournalEntry, position: TailPosition): void {
  if (!left && fitsFilter(watcher.filter, entry.event)) watcher.tell(entry, position);
}
