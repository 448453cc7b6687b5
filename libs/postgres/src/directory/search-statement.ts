import type { SearchTerm } from '@blitz/accounts';

/** In the order of bytes the last text that begins with it, and then some. */
const last = '\u{10FFFF}';

export interface Place {
  readonly word: string;
  readonly sub: string;
}

export interface Statement {
  readonly text: string;
  readonly parameters: unknown[];
}

class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Whether this column begins with one of these. */
  begins(column: string, term: SearchTerm): string {
    return `(${term.map((beginning) => `(${column} >= ${this.add(beginning)} AND ${column} < ${this.add(beginning + last)})`).join(' OR ')})`;
  }
}

/** For each term, how many words begin so: counted no further than `most`. */
export function countStatement(terms: readonly SearchTerm[], most: number): Statement {
  const parameters = new Parameters();
  const count = (beginning: string): string => `(SELECT count(*)::int FROM (SELECT FROM account_words WHERE ${parameters.begins('word', [beginning])} LIMIT ${parameters.add(most)}) AS counted)`;
  const counts = terms.map((term) => term.map(count).join(' + '));
  return { text: `SELECT ARRAY[${counts.join(', ')}] AS counts`, parameters: parameters.values };
}

/**
 * The next words that begin as one term says, in order, each with whether the account has all other terms too and no earlier word
 * of this one. Each beginning is read from the index on its own: an OR of them would be sorted whole.
 */
export function candidatesStatement(terms: readonly SearchTerm[], followed: number, after: Place | undefined, limit: number): Statement {
  const parameters = new Parameters();
  const term = terms[followed] ?? [];
  const most = parameters.add(limit);
  const ranges = term.map((beginning) => `(SELECT word, sub FROM account_words WHERE ${from(beginning, after, parameters)} AND word < ${parameters.add(beginning + last)} ORDER BY word, sub LIMIT ${most})`);
  const has = (each: SearchTerm, more = ''): string => `EXISTS (SELECT FROM unnest(accounts.words) AS other WHERE ${parameters.begins('other', each)}${more})`;
  const others = terms.filter((_term, index) => index !== followed).map((each) => has(each));
  const fits = [`NOT ${has(term, ' AND other < candidates.word')}`, ...others].join(' AND ');
  const text = `WITH candidates AS MATERIALIZED (SELECT word, sub FROM (${ranges.join(' UNION ALL ')}) AS ranges ORDER BY word, sub LIMIT ${most})
    SELECT candidates.word, candidates.sub, coalesce(${fits}, false) AS fits FROM candidates LEFT JOIN accounts ON accounts.sub = candidates.sub
    ORDER BY candidates.word, candidates.sub`;
  return { text, parameters: parameters.values };
}

/**
 * Where a range begins, said once: of two lower bounds the index would begin at either, and read all that lies between. The words are
 * compared byte by byte, as the database does.
 */
function from(beginning: string, after: Place | undefined, parameters: Parameters): string {
  if (after === undefined || Buffer.compare(Buffer.from(after.word), Buffer.from(beginning)) < 0) return `word >= ${parameters.add(beginning)}`;
  return `(word, sub) > (${parameters.add(after.word)}, ${parameters.add(after.sub)}::uuid)`;
}
