import { setTimeout as pause } from 'node:timers/promises';

/** Looks again every few milliseconds; fails when it takes longer than `withinMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so within ${String(withinMs)} ms: ${isSo.toString()}`);
    await pause(5);
  }
}
