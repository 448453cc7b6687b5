import { AuditTrail, type AuditEvent } from '@blitz/audit';
import type { DataSource } from 'typeorm';
import { isAboutValues } from '../database/refusal.ts';
import { usualTrail, type AuditTrailOptions } from './audit-trail-options.ts';
import { EventBuffer } from './event-buffer.ts';
import { insertEvents } from './insert-events.ts';
import { storedEvent } from './stored-event.ts';

/** From this share of the memory on, a service should refuse what it could not account for. */
const fullEnough = 0.9;

/**
 * Collects events and writes many at once, in order; while the database is away it keeps them and tries again.
 *
 *   record ─▶ buffer ── 50 ms or 500 events ─▶ one INSERT ─▶ gone
 *                ▲                                │ failed
 *                └──────────── pause ◀────────────┘
 */
export class PostgresAuditTrail extends AuditTrail {
  readonly #options: AuditTrailOptions;
  readonly #buffer: EventBuffer;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #pauseMs = 0;

  constructor(
    private readonly database: DataSource,
    options: Partial<AuditTrailOptions> = {},
  ) {
    super();
    this.#options = { ...usualTrail, ...options };
    this.#buffer = new EventBuffer(this.#options.mostEvents);
  }

  record(event: AuditEvent): void {
    try {
      this.#buffer.put(storedEvent(event));
      if (this.#buffer.waiting >= this.#options.batch && this.#pauseMs === 0) void this.#write();
      else this.#later();
    } catch (error) {
      this.#options.onFailure(error, { waiting: this.#buffer.waiting, refused: 1 });
    }
  }

  /** There is hardly room left, and what comes now may be lost. */
  overflowing(): boolean {
    return this.#buffer.waiting >= this.#options.mostEvents * fullEnough;
  }

  /** Events in memory, and events that were lost for want of room: for metrics. */
  depth(): { readonly waiting: number; readonly dropped: number } {
    return { waiting: this.#buffer.waiting, dropped: this.#buffer.dropped };
  }

  /** @throws Error when the database stayed away all the while; the events are kept */
  async flush(): Promise<void> {
    const goal = this.#buffer.progress.taken;
    const until = performance.now() + this.#options.flushMs;
    while (this.#buffer.progress.done < goal) {
      await this.#write();
      if (this.#buffer.progress.done >= goal) return;
      if (performance.now() + this.#pauseMs > until) {
        throw new Error(`${String(this.#buffer.waiting)} audit events could not be written`);
      }
      await new Promise((resolve) => setTimeout(resolve, this.#pauseMs));
    }
  }

  #later(): void {
    if (this.#timer !== undefined || this.#writing !== undefined) return;
    this.#timer = setTimeout(() => void this.#write(), Math.max(this.#options.everyMs, this.#pauseMs)).unref();
  }

  /** Writes until nothing waits or something fails; never rejects, and never runs twice at once. */
  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#drain().finally(() => {
      this.#writing = undefined;
      if (this.#buffer.waiting > 0) this.#later();
    });
    return this.#writing;
  }

  async #drain(): Promise<void> {
    while (this.#buffer.waiting > 0) {
      const batch = this.#buffer.oldest(this.#options.batch);
      try {
        await insertEvents(this.database, batch);
        this.#buffer.leave(batch.length);
        this.#pauseMs = 0;
      } catch (error) {
        if (!isAboutValues(error)) {
          this.#pause(error);
          return;
        }
        await this.#insertOneByOne(batch.length);
      }
    }
  }

  /** One event that the database refuses must not hold up the others for ever. */
  async #insertOneByOne(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      try {
        await insertEvents(this.database, this.#buffer.oldest(1));
      } catch (error) {
        if (!isAboutValues(error)) return;
        this.#options.onFailure(error, { waiting: this.#buffer.waiting, refused: 1 });
      }
      this.#buffer.leave(1);
    }
  }

  #pause(error: unknown): void {
    const { longestPauseMs, everyMs, onFailure } = this.#options;
    this.#pauseMs = Math.min(Math.max(this.#pauseMs * 2, everyMs), longestPauseMs);
    onFailure(error, { waiting: this.#buffer.waiting, refused: 0 });
  }
}
