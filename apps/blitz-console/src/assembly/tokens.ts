import type { ConsoleEnvironment } from '../environment.ts';

/** What Nest hands out under a name of ours because the thing itself is no class. */
export abstract class Environment {
  abstract readonly value: ConsoleEnvironment;
}
