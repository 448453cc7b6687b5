import type { FastifyInstance } from 'fastify';
import type { Calls } from '../telephone/calls.ts';
import type { Phones } from '../telephone/phones.ts';
import { callOnTheWire } from './call-routes.ts';
import { Problem } from './problem.ts';

const most = 100;

/** Server-sent events: `call` whenever one is placed or moves on, `phones` whenever a behaviour is chosen. */
export function tellEvents(app: FastifyInstance, calls: Calls, phones: Phones): void {
  const streams = new Set<NodeJS.WritableStream>();

  app.get('/api/events', (_request, reply) => {
    if (streams.size >= most) throw new Problem(503, 'listeners_too_many', 'Too many pages listen already');
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    stream.write('retry: 1000\n\n');
    const tell = (event: string, data: object) => stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const deafen = [calls.listen((call) => tell('call', callOnTheWire(call))), phones.listen(() => tell('phones', {}))];
    streams.add(stream);
    stream.on('close', () => {
      streams.delete(stream);
      for (const stop of deafen) stop();
    });
  });
  // An open stream would keep the server from closing for as long as somebody looks at the page.
  app.addHook('preClose', (done) => {
    for (const stream of streams) stream.end();
    done();
  });
}
