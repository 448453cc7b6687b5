import { Clock } from '@blitz/kernel';
import { createService } from '@blitz/platform';
import type { Describe, Service, ServiceOptions } from '@blitz/platform';
import { AccessTokens } from './access/access-tokens.ts';
import { Callers } from './access/callers.ts';
import { guardAdminApi } from './access/guard-admin-api.ts';
import { SessionCallers } from './access/session-callers.ts';
import { consoleModule } from './console.module.ts';
import type { ConsoleEnvironment } from './environment.ts';
import { consoleStatuses } from './http/console-statuses.ts';
import { describeProblem } from './http/describe-problem.ts';
import { readStrictJson } from './http/strict-json.ts';
import { doorProblems } from './sign-in/door-problems.ts';
import { serveDoorAssets } from './sign-in/serve-door-assets.ts';
import { serveTryIt } from './try-it/serve-try-it.ts';
import { readCsvBody } from './imports/read-csv-body.ts';
import { servePages } from './web/serve-pages.ts';

/**
 * blitz-console, wired and not yet listening. Its pages stand below `/blitz/console`, its API below `/blitz/admin/api`.
 */
export async function makeConsole(environment: ConsoleEnvironment, clock?: Clock, logTo?: ServiceOptions['logTo']): Promise<Service> {
  let describe: Describe = () => ({});
  const service = await createService({
    name: 'blitz-console',
    module: consoleModule(environment, clock),
    web: environment.web,
    prefix: '/blitz',
    statuses: consoleStatuses,
    describe: (error) => describe(error),
    renderHtml: doorProblems,
    ...(logTo === undefined ? {} : { logTo }),
  });
  describe = describeProblem(service.get(Clock));
  const fastify = service.app.getHttpAdapter().getInstance();
  readStrictJson(fastify);
  serveDoorAssets(fastify);
  readCsvBody(fastify);
  servePages(fastify);
  guardAdminApi(fastify, {
    tokens: service.get(AccessTokens),
    sessions: service.get(SessionCallers),
    callers: service.get(Callers),
    clock: service.get(Clock),
  });
  serveTryIt(fastify);
  return service;
}
