import { handOver } from '@blitz/platform';
import type { FastifyReply } from 'fastify';

/** Proxies close what is silent for a minute. */
const heartbeatMs = 15_000;
/** A page that stays open longer reconnects; a connection nobody reads any more does not stay for ever. */
const longestMs = 15 * 60_000;

/** One page that listens. */
export class EventStream {
  readonly #endings: (() => void)[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #again: (() => void) | undefined;
  #soon: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(private readonly write: (text: string) => void, private readonly close: () => void) {
    this.#timers.push(setInterval(() => { this.write(': still here\n\n'); }, heartbeatMs));
    this.#timers.push(setTimeout(() => { this.end(); }, longestMs));
  }

  send(event: Record<string, unknown>): void {
    if (!this.#ended) this.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Looks again after this time; what is due later replaces what was due before. */
  again(ms: number | undefined): void {
    clearTimeout(this.#soon);
    if (ms !== undefined && !this.#ended) this.#soon = setTimeout(() => this.#again?.(), ms);
  }

  onAgain(look: () => void): void {
    this.#again = look;
  }

  /** Called once, at once if it is over already. */
  onEnd(ending: () => void): void {
    if (this.#ended) ending();
    else this.#endings.push(ending);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#soon);
    for (const ending of this.#endings) ending();
    this.close();
  }
}

export function openStream(reply: FastifyReply, stopping: AbortSignal): EventStream {
  const { response } = handOver(reply);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
  response.write('retry: 2000\n\n');
  const stream = new EventStream(
    (text) => void response.write(text),
    () => response.end(),
  );
  const stop = (): void => {
    stream.end();
  };
  stopping.addEventListener('abort', stop, { once: true });
  response.once('close', stop);
  stream.onEnd(() => {
    stopping.removeEventListener('abort', stop);
  });
  return stream;
}
