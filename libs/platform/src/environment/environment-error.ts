import type { ForOperators } from '../reason-of.ts';

/** Everything that is wrong with the environment, a sentence per variable. No sentence holds a value: it may be a secret. */
export class EnvironmentError extends Error implements ForOperators {
  readonly forOperators = true;

  constructor(readonly problems: readonly string[]) {
    super(['The environment is not complete:', ...problems.map((each) => `  ${each}`)].join('\n'));
    this.name = 'EnvironmentError';
  }
}
