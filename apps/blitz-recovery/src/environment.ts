import { deployment, readEnvironment, StoresVariables, WebVariables } from '@blitz/platform';
import type { Environment } from '@blitz/platform';

const place = { port: 9003, path: '/blitz/recovery' };
const concerns = { web: WebVariables, stores: StoresVariables };

/** All that blitz-recovery has to be told about where it runs. */
export type RecoveryEnvironment = Environment<typeof concerns>;

export const recoveryEnvironment = (): RecoveryEnvironment => deployment(concerns, place);

/** The same from other variables than the process's: for tests. */
export const recoveryEnvironmentOf = (variables: Readonly<Record<string, string>>): RecoveryEnvironment =>
  readEnvironment(variables, concerns, place);
