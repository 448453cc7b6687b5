/** Everything that is wrong with the environment, a sentence per variable. No sentence holds a value: it may be a secret. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The environment is not complete:', ...problems.map((each) => `  ${each}`)].join('\n'));
    this.name = 'EnvironmentError';
  }
}
