/** What can come between a person and their work, wherever a request was made: the session has ended, or the person must prove themselves again. */
export type Interruption = 'session_ended' | 'reauthentication_required';

type Listener = (interruption: Interruption) => void;

const listeners = new Set<Listener>();

export function onInterruption(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Looks at an answer of the admin API; streams and uploads that fetch by themselves call it too. */
export async function notice(response: Response): Promise<void> {
  if (response.status === 401) tell('session_ended');
  if (response.status !== 403) return;
  const body: unknown = await response.clone().json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body && body.code === 'reauthentication_required') tell('reauthentication_required');
}

function tell(interruption: Interruption): void {
  for (const listener of listeners) listener(interruption);
}
