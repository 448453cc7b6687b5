import type { DirectorySearch, SearchPosition, SearchTerm } from '@blitz/accounts';
import { rows, type Asker } from '../database/rows.ts';
import { candidatesStatement, countStatement, type Place } from './search-statement.ts';

/** Two broad terms that few accounts have both: a page looks at so many, and the next one goes on. */
const mostLookedAt = 2_000;
const broad = 1_000;

interface Candidate extends Place {
  readonly fits: boolean;
}

export interface FoundSubs {
  readonly subs: readonly string[];
  readonly next?: SearchPosition;
}

/** Follows the rarest term through the index, and asks of each account whether it has the others. */
export async function searchAccounts(database: Asker, { terms, after, limit }: DirectorySearch): Promise<FoundSubs> {
  const term = after?.term ?? (await rarest(database, terms));
  const found: Place[] = [];
  let place: Place | undefined = after;
  let lookedAt = 0;
  // One more than asked for tells whether there is a next page.
  for (let size = terms.length === 1 ? limit + 1 : limit * 4; ; size = broad) {
    const { text, parameters } = candidatesStatement(terms, term, place, size);
    const candidates = await rows<Candidate>(database, text, parameters);
    found.push(...candidates.filter(({ fits }) => fits));
    lookedAt += candidates.length;
    place = candidates.at(-1) ?? place;
    if (found.length > limit) return page(term, found.slice(0, limit), found[limit - 1]);
    if (candidates.length < size) return page(term, found, undefined);
    if (lookedAt >= mostLookedAt) return page(term, found, place);
  }
}

async function rarest(database: Asker, terms: readonly SearchTerm[]): Promise<number> {
  if (terms.length === 1) return 0;
  const { text, parameters } = countStatement(terms, broad);
  const [row] = await rows<{ counts: readonly number[] }>(database, text, parameters);
  const counts = row?.counts ?? [];
  return Math.max(0, counts.indexOf(Math.min(...counts)));
}

function page(term: number, found: readonly Place[], end: Place | undefined): FoundSubs {
  const subs = found.map(({ sub }) => sub);
  return end === undefined ? { subs } : { subs, next: { term, word: end.word, sub: end.sub } };
}
