import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is an answer; undefined, false and a failed attempt are none. */
export async function until<T>(what: string, ask: () => T | Promise<T>, withinMs = 30_000): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + withinMs;
  let trouble: unknown;
  while (performance.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (error) {
      trouble = error;
    }
    await pause(100);
  }
  throw new Error(`waited in vain until ${what}`, { cause: trouble });
}
