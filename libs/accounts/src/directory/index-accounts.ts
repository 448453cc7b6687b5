import type { Directory } from './directory.ts';
import type { DirectoryRules } from '../attribute/attribute-rule.ts';

const atOnce = 500;

/** Makes the words of accounts that a service of an older version wrote. Any number may work at once. */
export class IndexAccounts {
  constructor(
    private readonly directory: Directory,
    private readonly rules: DirectoryRules,
  ) {}

  /** @returns how many accounts can be found now that couldn't before */
  async execute(signal: AbortSignal): Promise<number> {
    let made = 0;
    for (;;) {
      if (signal.aborted) return made;
      const { country } = await this.rules.current();
      const count = await this.directory.index(atOnce, country);
      if (count === 0) return made;
      made += count;
    }
  }
}
