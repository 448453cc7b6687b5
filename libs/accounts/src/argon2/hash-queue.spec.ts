import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@blitz/kernel';
import { HashQueue } from './hash-queue.ts';

function held() {
  const finish: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => finish.push(resolve));
    running -= 1;
  };
  const finishAll = async (): Promise<void> => {
    for (let idle = 0; idle < 5; idle += 1) {
      if (finish.length > 0) idle = 0;
      finish.shift()?.();
      await new Promise(setImmediate);
    }
  };
  return { work, finishAll, most: () => most };
}

describe('the queue before the hashing', () => {
  it('works on a few at once, lets some wait, and refuses the rest with a time to come back', async () => {
    const queue = new HashQueue({ running: 2, waiting: 3 });
    const { work, finishAll, most } = held();
    const all = Array.from({ length: 9 }, () => queue.run(work).then(() => 'done', (error: unknown) => error as DomainError));
    expect(queue.depth()).toBe(5);
    await finishAll();
    const answers = await Promise.all(all);
    expect(answers.slice(0, 5)).toEqual(Array(5).fill('done'));
    for (const refused of answers.slice(5)) expect(refused).toMatchObject({ code: 'hashing_busy', details: { retryAfterSec: 1 } });
    expect(most()).toBe(2);
    expect(queue.depth()).toBe(0);
  });

  it('gives the place of a failed work to the next', async () => {
    const queue = new HashQueue({ running: 1, waiting: 1 });
    const failing = queue.run(() => Promise.reject(new Error('broken')));
    const next = queue.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('done');
    expect(queue.depth()).toBe(0);
  });
});
