import type { Call, CallState } from '../telephone/call.ts';
import type { Calls } from '../telephone/calls.ts';

interface Followed {
  readonly url: string;
  readonly tells: (call: Call) => object | undefined;
}

const over: ReadonlySet<CallState> = new Set(['rejected', 'missed', 'ended', 'busy', 'failed']);
const patienceMs = 5_000;

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** Tells whoever asked for it what becomes of a call. Waits for nobody, and doesn't mind who is not there. */
export class StatusCallbacks {
  readonly #followed = new Map<string, Followed>();
  readonly #closing: AbortSignal;

  constructor(calls: Calls, closing: AbortSignal) {
    this.#closing = closing;
    calls.listen((call) => this.#tell(call));
  }

  follow(call: Call, followed: Followed): void {
    if (!isWebAddress(followed.url)) return;
    this.#followed.set(call.id, followed);
    this.#tell(call);
  }

  #tell(call: Call): void {
    const followed = this.#followed.get(call.id);
    if (followed === undefined) return;
    if (over.has(call.state)) this.#followed.delete(call.id);
    const told = followed.tells(call);
    if (told !== undefined) void this.#post(followed.url, JSON.stringify(told));
  }

  async #post(url: string, body: string): Promise<void> {
    const signal = AbortSignal.any([this.#closing, AbortSignal.timeout(patienceMs)]);
    try {
      const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' }, redirect: 'manual', signal });
      await answer.body?.cancel();
    } catch {
      // A provider doesn't care either.
    }
  }
}
