import type { AuditEvents, EventFilter, JournalEntry } from '@blitz/audit';
import { describeEntry } from '../describe-entry.ts';
import { csvCell } from './csv-cell.ts';

/** More rows than that no spreadsheet takes. */
export const mostExported = 1_000_000;
const page = 1_000;

/** In this order for ever: programs read the file. New ones are added at the end. */
export const csvColumns = [
  'id', 'at', 'type', 'outcome', 'sub', 'person', 'actor', 'actor_name', 'address', 'client_id', 'method', 'login', 'sid', 'correlation_id', 'user_agent', 'details',
] as const;

/** The file in parts, a page of the journal each: one page is in memory at a time. */
export type WriteFile = (pages: AsyncIterable<readonly JournalEntry[]>, most: number) => AsyncGenerator<string>;

/** Page after page, until all are read or somebody has enough. */
export async function* pagesOf(journal: AuditEvents, filter: EventFilter): AsyncGenerator<readonly JournalEntry[]> {
  for (let after: { at: number; id: number } | undefined; ; ) {
    const entries = await journal.page({ ...filter, limit: page, after });
    if (entries.length > 0) yield entries;
    const last = entries.at(-1);
    if (last === undefined || entries.length < page) return;
    after = { at: last.event.at, id: last.id };
  }
}

/** With the mark by which spreadsheets know UTF-8. */
export async function* csvFile(pages: AsyncIterable<readonly JournalEntry[]>, most: number): AsyncGenerator<string> {
  yield `\uFEFF${csvColumns.join(',')}\r\n`;
  for await (const { entries, left } of upTo(pages, most)) {
    yield entries.map(csvRow).join('');
    if (left !== undefined) {
      yield `${csvCell(`The file ends here, with ${most.toLocaleString('en')} events. Older ones: export again with before=${left}`)}${','.repeat(csvColumns.length - 1)}\r\n`;
    }
  }
}

/** `next_before` is null when nothing is left out. */
export async function* jsonFile(pages: AsyncIterable<readonly JournalEntry[]>, most: number): AsyncGenerator<string> {
  let between = '{"events":[\n';
  let nextBefore: string | null = null;
  for await (const { entries, left } of upTo(pages, most)) {
    nextBefore = left ?? null;
    if (entries.length === 0) continue;
    yield between + entries.map((entry) => JSON.stringify(describeEntry(entry))).join(',\n');
    between = ',\n';
  }
  yield `${between === ',\n' ? '' : between}\n],"next_before":${JSON.stringify(nextBefore)}}\n`;
}

interface Part {
  readonly entries: readonly JournalEntry[];
  /** Something is left out: those before this moment, and perhaps the last ones again. */
  readonly left?: string;
}

async function* upTo(pages: AsyncIterable<readonly JournalEntry[]>, most: number): AsyncGenerator<Part> {
  let count = 0;
  let last = 0;
  for await (const entries of pages) {
    const taken = entries.slice(0, most - count);
    count += taken.length;
    last = taken.at(-1)?.event.at ?? last;
    if (taken.length < entries.length) {
      yield { entries: taken, left: new Date(last + 1).toISOString() };
      return;
    }
    yield { entries: taken };
  }
}

function csvRow(entry: JournalEntry): string {
  const described = describeEntry(entry);
  const cells = csvColumns.map((name) => (name === 'details' ? JSON.stringify(described.details) : described[name]));
  return `${cells.map(csvCell).join(',')}\r\n`;
}
