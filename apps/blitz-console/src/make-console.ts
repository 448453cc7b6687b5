import { createService } from '@blitz/platform';
import type { Service, ServiceOptions } from '@blitz/platform';
import { ConsoleModule } from './console.module.ts';
import type { ConsoleEnvironment } from './environment.ts';

/** blitz-console, wired and not yet listening. Whatever has no route of its own yet is answered with 404. */
export async function makeConsole(environment: ConsoleEnvironment, logTo?: ServiceOptions['logTo']): Promise<Service> {
  return createService({
    name: 'blitz-console',
    module: ConsoleModule.of(environment),
    web: environment.web,
    prefix: '/blitz/console',
    statuses: {},
    ...(logTo === undefined ? {} : { logTo }),
  });
}
