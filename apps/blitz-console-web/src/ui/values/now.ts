import { useSyncExternalStore } from 'react';

const everyMs = 15_000;
const listeners = new Set<() => void>();
let now = browserNow();
let timer: ReturnType<typeof setInterval> | undefined;

/** The browser's clock. Only for showing times: what counts is decided by the server. */
export function browserNow(): number {
  return Date.now();
}

/** The time, moving on by itself for all who show it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, everyMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = browserNow();
  for (const listener of listeners) listener();
}
