import { run } from '@blitz/platform';
import { recoveryEnvironment } from './environment.ts';
import { makeRecovery } from './make-recovery.ts';

await run('blitz-recovery', () => makeRecovery(recoveryEnvironment()));
