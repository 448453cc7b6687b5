import { createService } from '@blitz/platform';
import type { Service, ServiceOptions } from '@blitz/platform';
import type { RecoveryEnvironment } from './environment.ts';
import { RecoveryModule } from './recovery.module.ts';

/** blitz-recovery, wired and not yet listening. Whatever has no route of its own yet is answered with 404. */
export async function makeRecovery(environment: RecoveryEnvironment, logTo?: ServiceOptions['logTo']): Promise<Service> {
  return createService({
    name: 'blitz-recovery',
    module: RecoveryModule.of(environment),
    web: environment.web,
    prefix: '/blitz/recovery',
    statuses: {},
    ...(logTo === undefined ? {} : { logTo }),
  });
}
