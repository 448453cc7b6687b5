import type { Lane } from './lane.ts';
import type { Standing } from './program-standing.ts';
import type { ThreadAnswer, ThreadRun } from './sandbox-thread.ts';

/** What is needed of a lane to run things on it. */
type Place = Pick<Lane, 'run' | 'close'>;

export interface LaneJob {
  readonly run: ThreadRun;
  readonly done: (answer: ThreadAnswer) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Who runs where. Proven programs run on any free lane, the first ones first; new and harmful ones only on the last, so that they
 * can't occupy all. On the last lane harmful programs and the others take turns, so that neither waits for ever.
 */
export class Lanes {
  readonly #lanes: readonly Place[];
  readonly #free: Set<Place>;
  readonly #standing: (programId: string) => Standing;
  readonly #waiting: LaneJob[] = [];
  #harmfulNext = false;

  constructor(lanes: readonly Place[], standing: (programId: string) => Standing) {
    this.#lanes = lanes;
    this.#free = new Set(lanes);
    this.#standing = standing;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  get harmfulWaiting(): number {
    return this.#waiting.filter((job) => this.#isHarmful(job)).length;
  }

  add(job: LaneJob): void {
    this.#waiting.push(job);
    this.#assign();
  }

  close(): void {
    for (const job of this.#waiting.splice(0)) job.failed(new Error('the sandbox is closed'));
    for (const lane of this.#lanes) lane.close();
  }

  #assign(): void {
    for (const lane of this.#lanes) {
      const job = this.#free.has(lane) ? this.#next(lane) : undefined;
      if (job === undefined) continue;
      this.#free.delete(lane);
      void this.#serve(lane, job);
    }
  }

  async #serve(lane: Place, job: LaneJob): Promise<void> {
    try {
      job.done(await lane.run(job.run));
    } catch (error) {
      job.failed(error);
    }
    this.#free.add(lane);
    this.#assign();
  }

  #next(lane: Place): LaneJob | undefined {
    if (this.#waiting.length === 0) return undefined;
    if (lane !== this.#lanes.at(-1)) return this.#take((job) => this.#standing(job.run.id) === 'proven');
    const wanted = this.#harmfulNext;
    const job = this.#take((other) => this.#isHarmful(other) === wanted) ?? this.#take(() => true);
    if (job !== undefined) this.#harmfulNext = !this.#isHarmful(job);
    return job;
  }

  #take(fits: (job: LaneJob) => boolean): LaneJob | undefined {
    const at = this.#waiting.findIndex(fits);
    return at < 0 ? undefined : this.#waiting.splice(at, 1)[0];
  }

  #isHarmful(job: LaneJob): boolean {
    return this.#standing(job.run.id) === 'harmful';
  }
}
