import { Readable, pipeline } from 'node:stream';
import { ImportFailed, type FileRow, type ImportFile } from '@blitz/accounts';
import { parse, type Parser } from 'csv-parse';
import { delimiterOf } from './delimiter.ts';
import type { SpooledFile } from './spooled-file.ts';

/** Far longer than a row with every attribute; a quote that nobody closed must not take in the rest of the file. */
const longestRow = 256 * 1024;
const longestFirstLine = 64 * 1024;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** A file of comma-separated values (RFC 4180), or of their cousins with semicolons and tabs. */
export class CsvFile implements ImportFile {
  #bytesRead = 0;

  constructor(private readonly spooled: SpooledFile) {}

  get bytesRead(): number {
    return this.#bytesRead;
  }

  async *rows(): AsyncIterable<FileRow> {
    this.#bytesRead = 0;
    const texts = this.#texts();
    const start = await this.#start(texts);
    const broken: number[] = [];
    const parser = parserOf(delimiterOf(start.split(/[\r\n]/, 1)[0] ?? ''), (line) => void broken.push(line));
    const rest = async function* (): AsyncIterable<string> {
      yield start;
      yield* texts;
    };
    // What the source throws comes out of the parser.
    pipeline(Readable.from(rest()), parser, () => undefined);
    try {
      for await (const { record, info } of parser as AsyncIterable<Parsed>) {
        yield { line: info.lines, cells: record };
        // After it: the parser may have read on before the first line, which names the columns, was asked for.
        for (const line of broken.splice(0)) yield { line };
      }
      for (const line of broken.splice(0)) yield { line };
    } catch (error) {
      throw codeOf(error).startsWith('CSV_') ? new ImportFailed('not_csv', { cause: error }) : error;
    }
  }

  /** Enough to hold the first line. */
  async #start(texts: AsyncIterator<string, undefined>): Promise<string> {
    let start = '';
    while (!/[\r\n]/.test(start.trimStart()) && start.length < longestFirstLine) {
      const next = await texts.next();
      if (next.done === true) break;
      start += next.value;
    }
    return start;
  }

  async *#texts(): AsyncGenerator<string, undefined> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of this.spooled.read()) {
        this.#bytesRead += chunk.length;
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
      return undefined;
    } catch (error) {
      throw codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? new ImportFailed('encoding_wrong', { cause: error }) : error;
    }
  }
}

/** @param skipped is told of each line that is no CSV; the others go on */
function parserOf(delimiter: string, skipped: (line: number) => void): Parser {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: longestRow,
    info: true,
    on_skip: (error) => {
      // The parser puts the line into its errors, which their type does not say.
      const { lines } = (error ?? {}) as unknown as { readonly lines?: number };
      // Where such a row ends nobody knows, so nothing after it can be read.
      if (codeOf(error) === 'CSV_MAX_RECORD_SIZE') parser.destroy(error);
      else skipped(lines ?? 0);
      return undefined;
    },
  });
  return parser;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
