import { DirectoryAttributes, numberedWord } from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';

const keptMs = 60_000;

interface Counted {
  readonly at: number;
  readonly count: Promise<number>;
}

/** A million numbers are counted in a tenth of a second, by the index alone; and no more often than once a minute. */
export class PostgresDirectoryAttributes extends DirectoryAttributes {
  readonly #counted = new Map<string, Counted>();

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  countNumbers(attribute: string): Promise<number> {
    const now = this.clock.now();
    const known = this.#counted.get(attribute);
    if (known !== undefined && now - known.at < keptMs) return known.count;
    const count = this.#count(attribute);
    this.#counted.set(attribute, { at: now, count });
    count.catch(() => this.#counted.delete(attribute));
    return count;
  }

  async #count(attribute: string): Promise<number> {
    const statement = 'SELECT count(*)::int AS numbers FROM account_words WHERE word = $1';
    const [row] = await rows<{ numbers: number }>(this.database, statement, [numberedWord(attribute)]);
    return row?.numbers ?? 0;
  }
}
