import type { ServerResponse } from 'node:http';
import { handOver } from '@blitz/platform';
import type { FastifyReply } from 'fastify';

/** Proxies close what is silent for a minute. */
const heartbeatMs = 15_000;
/** So much may wait for a reader who is slow; then they come again and go on where they were. */
const mostWaiting = 1024 * 1024;

/** Server-sent events (WHATWG) to somebody who goes on where they were when the connection breaks. */
export class LiveStream {
  readonly #response: ServerResponse;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #endings: (() => void)[] = [];
  #position = '';
  #ended = false;

  constructor(reply: FastifyReply, private readonly stopping: AbortSignal) {
    const { response } = handOver(reply);
    this.#response = response;
    // nginx would hold the events back.
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    this.#write('retry: 2000\n\n');
    this.every(heartbeatMs, () => { this.#write(this.#position === '' ? ': still here\n\n' : `id: ${this.#position}\n\n`); });
    response.once('close', this.#over);
    stopping.addEventListener('abort', this.#over, { once: true });
  }

  /** @param position from where they go on when this was the last that they got */
  send(event: object, position: string): void {
    this.#position = position;
    this.#write(`id: ${position}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Everything up to here did not concern them. */
  stand(position: string): void {
    this.#position = position;
  }

  tell(name: string): void {
    this.#write(`event: ${name}\ndata: {}\n\n`);
  }

  every(ms: number, deed: () => void): void {
    this.#timers.push(setInterval(deed, ms));
  }

  /** Called once, at once if it is over already. */
  onEnd(ending: () => void): void {
    if (this.#ended) ending();
    else this.#endings.push(ending);
  }

  end(): void {
    this.#over();
  }

  readonly #over = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.stopping.removeEventListener('abort', this.#over);
    for (const ending of this.#endings) ending();
    this.#response.end();
  };

  #write(text: string): void {
    if (this.#ended) return;
    this.#response.write(text);
    if (this.#response.writableLength <= mostWaiting) return;
    this.#response.destroy();
    this.#over();
  }
}
