import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Lane } from './lane.ts';
import type { ThreadAnswer } from './sandbox-thread.ts';

const run = { id: 'p', javascript: '', entryPoint: 'run', input: '{}', secrets: {} };
const well: ThreadAnswer = { said: { text: '{}', worn: false } };

class FakeThread {
  alive = true;
  readonly #answer: ThreadAnswer;
  constructor(answer: ThreadAnswer) {
    this.#answer = answer;
  }
  run(): Promise<ThreadAnswer> {
    return Promise.resolve(this.#answer);
  }
  end(): void {
    this.alive = false;
  }
}

function laneOf(...answers: readonly ThreadAnswer[]) {
  const threads: FakeThread[] = [];
  const start = () => {
    const thread = new FakeThread(answers[threads.length] ?? well);
    threads.push(thread);
    return Promise.resolve(thread);
  };
  return { lane: new Lane(start, 300_000, 500), threads };
}

describe('a lane', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('has no thread before its first run, and the same one for the next', async () => {
    const { lane, threads } = laneOf();
    expect(lane.hasThread).toBe(false);

    await lane.run(run);
    await lane.run(run);

    expect(threads).toHaveLength(1);
  });

  it('ends its thread when there was nothing to run for five minutes, and not before', async () => {
    const { lane } = laneOf();
    await lane.run(run);
    jest.advanceTimersByTime(200_000);
    await lane.run(run);

    jest.advanceTimersByTime(299_999);
    expect(lane.hasThread).toBe(true);
    jest.advanceTimersByTime(1);
    expect(lane.hasThread).toBe(false);
  });

  it.each<[string, ThreadAnswer]>([
    ['is silent', { silent: true }],
    ['died', { died: 'exit' }],
    ['is worn', { said: { text: '{}', worn: true } }],
    ['broke', { said: { broke: 'engine' } }],
    ['talks nonsense', { said: 'hello' }],
  ])('throws a thread away that %s, and starts another for the next run', async (_how, answer) => {
    const { lane, threads } = laneOf(answer);

    await expect(lane.run(run)).resolves.toBe(answer);
    await expect(lane.run(run)).resolves.toBe(well);

    expect(threads.map(({ alive }) => alive)).toEqual([false, true]);
  });

  it('starts another when its thread died while it waited for work', async () => {
    const { lane, threads } = laneOf();
    await lane.run(run);
    threads[0]?.end();

    await lane.run(run);

    expect(threads).toHaveLength(2);
  });

  it('has no thread after it was closed, not even one that was just being started', async () => {
    const { lane } = laneOf();
    const late = lane.run(run);
    lane.close();

    await expect(late).rejects.toThrow('closed');
    expect(lane.hasThread).toBe(false);
  });
});
