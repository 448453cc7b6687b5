import type { Directory, DirectoryRules, DirectoryAccount, SearchPosition } from '@blitz/accounts';
import { readSearch } from '@blitz/accounts';
import type { Sealer } from '@blitz/kernel';
import { openCursor, sealCursor } from '../api/cursor.ts';

export interface FoundUsers {
  readonly items: readonly DirectoryAccount[];
  readonly next: string | null;
}

const purpose = 'users-cursor';

/** One field for login, name, number and address. */
export class SearchUsers {
  constructor(
    private readonly directory: Directory,
    private readonly rules: DirectoryRules,
    private readonly sealer: Sealer,
  ) {}

  async execute(asked: string, cursor: string | undefined, limit: number): Promise<FoundUsers> {
    const { country } = await this.rules.current();
    const terms = readSearch(asked, country);
    if (terms.length === 0) return this.#all(cursor, limit);
    const after = this.#position(cursor, terms.length);
    const { items, next } = await this.directory.search({ terms, limit, ...(after === undefined ? {} : { after }) });
    return { items, next: next === undefined ? null : this.#cursor([next.term, next.word, next.sub]) };
  }

  async #all(cursor: string | undefined, limit: number): Promise<FoundUsers> {
    const [after = ''] = this.#open(cursor, ['string']) ?? [];
    const items = await this.directory.list({ limit: limit + 1, after: String(after) });
    const last = items[limit - 1];
    return { items: items.slice(0, limit), next: items.length > limit && last !== undefined ? this.#cursor([last.account.login]) : null };
  }

  #position(cursor: string | undefined, terms: number): SearchPosition | undefined {
    const opened = this.#open(cursor, ['number', 'string', 'string']);
    if (opened === undefined) return undefined;
    const [term, word, sub] = opened as readonly [number, string, string];
    // A cursor of another search goes on where this one has a term.
    return { term: Math.min(term, terms - 1), word, sub };
  }

  /** Sealed: the word in it may be a person's number, and addresses are written to logs that are not ours. */
  #cursor(position: readonly (string | number)[]): string {
    return sealCursor([this.sealer.seal(sealCursor(position), purpose)]);
  }

  #open(cursor: string | undefined, kinds: readonly ('string' | 'number')[]): ReturnType<typeof openCursor> {
    const [sealed] = openCursor(cursor, ['string']) ?? [];
    if (sealed === undefined) return undefined;
    return openCursor(this.#unsealed(String(sealed)), kinds);
  }

  /** What is none of ours is refused as a cursor that can't be read. */
  #unsealed(sealed: string): string {
    try {
      return this.sealer.open(sealed, purpose);
    } catch {
      return '';
    }
  }
}
