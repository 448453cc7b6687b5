import formbody from '@fastify/formbody';
import type { Clock } from '@blitz/kernel';
import { SystemClock } from '@blitz/kernel';
import { fastify } from 'fastify';
import type { FastifyInstance } from 'fastify';
import { speakDialects } from './dialects/dialect-routes.ts';
import { dialects } from './dialects/dialects.ts';
import { serveAssets } from './http/asset-routes.ts';
import { tellCalls } from './http/call-routes.ts';
import { tellEvents } from './http/event-routes.ts';
import { guard } from './http/guard.ts';
import { showPages } from './http/page-routes.ts';
import { tellPhones } from './http/phone-routes.ts';
import { speakProblems } from './http/problem.ts';
import { provideCalls } from './http/provider-routes.ts';
import { Calls } from './telephone/calls.ts';
import { Phones } from './telephone/phones.ts';

export interface SimulatorOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** What clients must send in the header `Token`; the secrets of all dialects are made of it. */
  readonly token: string;
  /** Phones that everybody knows of from the start, E.164; others are listed when they are called. */
  readonly phones?: readonly string[];
  readonly clock?: Clock;
}

export interface Simulator {
  /** Base address without a slash at its end. */
  readonly url: string;
  /** Ends every connection, also those that a behaviour keeps waiting. */
  close(): Promise<void>;
}

function assemble({ token, phones: known = [], clock = new SystemClock() }: SimulatorOptions): FastifyInstance {
  const app = fastify({ bodyLimit: 4096, forceCloseConnections: true });
  const [calls, phones, closing] = [new Calls(clock), new Phones(known), new AbortController()];
  app.addHook('preClose', (done) => {
    closing.abort();
    done();
  });
  speakProblems(app);
  guard(app);
  app.register(formbody, { bodyLimit: 4096 });
  app.get('/healthz', () => ({ status: 'ok' }));
  const switchboard = { calls, phones, token, closing: closing.signal };
  provideCalls(app, switchboard);
  speakDialects(app, switchboard, dialects);
  tellCalls(app, calls);
  tellPhones(app, phones);
  tellEvents(app, calls, phones);
  showPages(app, calls, phones);
  serveAssets(app);
  return app;
}

/** A telephone provider that needs no telephone network. Keeps everything in memory and logs nothing: codes are all it has. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const app = assemble(options);
  const url = await app.listen({ port: options.port, host: options.host });
  return { url, close: () => app.close() };
}
