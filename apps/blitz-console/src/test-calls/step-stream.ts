import type { ServerResponse } from 'node:http';
import { handOver } from '@blitz/platform';
import type { FastifyReply } from 'fastify';

interface Format {
  readonly type: string;
  readonly write: (line: object) => string;
}

const lines: Format = { type: 'application/x-ndjson; charset=utf-8', write: (line) => `${JSON.stringify(line)}\n` };
const events: Format = { type: 'text/event-stream; charset=utf-8', write: (line) => `data: ${JSON.stringify(line)}\n\n` };

/**
 * An answer that grows while something happens: a line of JSON for each step, or an event (WHATWG server-sent events) for whoever
 * accepts those. It begins with the first line; until then anything else can still be answered.
 */
export class StepStream {
  readonly #format: Format;
  #response: ServerResponse | undefined;

  constructor(private readonly reply: FastifyReply) {
    this.#format = reply.request.headers.accept?.includes('text/event-stream') === true ? events : lines;
  }

  send(line: object): void {
    this.#response ??= this.#begin();
    // Whoever has left is told nothing more.
    if (!this.#response.destroyed) this.#response.write(this.#format.write(line));
  }

  end(line: object): void {
    this.send(line);
    this.#response?.end();
  }

  #begin(): ServerResponse {
    const { response } = handOver(this.reply.header('vary', 'accept'));
    // nginx would hold the steps back.
    return response.writeHead(200, { 'content-type': this.#format.type, 'x-accel-buffering': 'no' });
  }
}
