import { setTimeout as pause } from 'node:timers/promises';

/** Looks again every few milliseconds; fails when a look that began after `withinMs` still finds it otherwise. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  for (;;) {
    const late = performance.now() > end;
    if (await isSo()) return;
    if (late) throw new Error(`not so within ${String(withinMs)} ms: ${isSo.toString()}`);
    await pause(5);
  }
}
