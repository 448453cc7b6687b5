import type { Rules } from '../attribute/attribute-rule.ts';
import type { PasswordHashes } from '../password/password-hashes.ts';
import { noCounts, type ImportCounts, type ImportOptions, type ImportPhase, type ImportRemark } from './account-import.ts';
import type { AccountImports } from './account-imports.ts';
import type { CreatedRow, ImportBatch, ImportBatches } from './import-batches.ts';
import { readColumns } from './import-columns.ts';
import { ImportFailed } from './import-error.ts';
import type { FileRow, ImportFile } from './import-file.ts';
import { readRow, type ImportRow } from './import-row.ts';
import { judgeRows } from './judge-rows.ts';
import type { JudgedCreation } from './judged-rows.ts';
import type { RemarkLog } from './remark-log.ts';

export interface ImportWork {
  readonly id: string;
  readonly file: ImportFile;
  readonly options: ImportOptions;
  readonly rules: Rules;
  readonly mayChangeAdministrators: boolean;
  readonly signal: AbortSignal;
  readonly remarks: RemarkLog;
}

export interface ImportRooms {
  readonly imports: AccountImports;
  readonly batches: ImportBatches;
  readonly hashes: PasswordHashes;
}

/** Thrown to undo what is written: some rows can't be kept, and all were to be. */
class NotAll extends Error {}

const rowsAtOnce = 500;
/** Hashing one takes a hundredth of a second, and all or nothing holds the directory as long as it writes. */
const mostHashedBefore = 1_000;

/** Reads a file once or twice, batch by batch, and writes what can be kept. */
export class RunImport {
  #counts: ImportCounts = noCounts;
  #line = 0;
  /** By line: passwords are hashed before the directory is held, so that others do not wait for it. */
  readonly #hashed = new Map<number, string>();

  constructor(
    private readonly rooms: ImportRooms,
    private readonly work: ImportWork,
  ) {}

  get counts(): ImportCounts {
    return this.#counts;
  }

  /** @throws ImportFailed */
  async execute(): Promise<'done' | 'refused'> {
    const { options, id } = this.work;
    const { batches } = this.rooms;
    if (options.dryRun || options.mode === 'all_or_nothing') {
      await this.#pass('checking', (rows) => batches.look(id, (batch) => this.#judge(batch, rows, false)));
      if (options.dryRun) return options.mode === 'all_or_nothing' && this.#counts.faulty > 0 ? this.#refused() : 'done';
      if (this.#counts.faulty > 0) return this.#refused();
      await batches.forgetLines(id);
      return this.#all();
    }
    await this.#pass('writing', async (rows) => {
      await this.#hashNew(rows);
      return batches.write(id, (batch) => this.#judge(batch, rows, true));
    });
    return 'done';
  }

  async #all(): Promise<'done' | 'refused'> {
    try {
      await this.rooms.batches.write(this.work.id, (batch) =>
        this.#pass('writing', async (rows) => {
          const remarks = await this.#judge(batch, rows, true);
          // Somebody came in between the two readings.
          if (this.#counts.faulty > 0) await this.work.remarks.add(remarks).then(() => { throw new NotAll(); });
          return [];
        }));
      return 'done';
    } catch (error) {
      if (error instanceof NotAll) return this.#refused();
      throw error;
    }
  }

  #refused(): 'refused' {
    this.#counts = { ...this.#counts, created: 0, updated: 0 };
    return 'refused';
  }

  /** @param judge what becomes of some rows; answers what is to be said of them */
  async #pass(phase: ImportPhase, judge: (rows: readonly ImportRow[]) => Promise<readonly ImportRemark[]>): Promise<void> {
    this.#counts = noCounts;
    let names: readonly string[] | undefined;
    let waiting: FileRow[] = [];
    const flush = async (): Promise<void> => {
      await this.#batch(phase, names ?? [], waiting, judge);
      waiting = [];
    };
    await this.#say(phase);
    for await (const row of this.work.file.rows()) {
      if (this.work.signal.aborted) throw new ImportFailed('stopped');
      if (names === undefined) {
        names = await this.#columns(row);
        continue;
      }
      waiting.push(row);
      if (waiting.length >= rowsAtOnce) await flush();
    }
    if (names === undefined) throw new ImportFailed('empty');
    await flush();
  }

  async #columns({ line, cells }: FileRow): Promise<readonly string[]> {
    const { names, faults } = readColumns(cells ?? [], line, this.work.rules);
    if (faults.length === 0) return names;
    await this.work.remarks.add(faults);
    throw new ImportFailed('columns_wrong');
  }

  async #batch(phase: ImportPhase, names: readonly string[], rows: readonly FileRow[], judge: (rows: readonly ImportRow[]) => Promise<readonly ImportRemark[]>): Promise<void> {
    const good: ImportRow[] = [];
    const remarks: ImportRemark[] = [];
    for (const { line, cells } of rows) {
      const read = cells === undefined ? [unreadable(line)] : readRow(names, cells, line);
      if (isRow(read)) good.push(read);
      else remarks.push(...read);
    }
    this.#add({ read: rows.length });
    this.#count(remarks);
    this.#line = rows.at(-1)?.line ?? this.#line;
    remarks.push(...(good.length === 0 ? [] : await judge(good)));
    await this.work.remarks.add(remarks);
    await this.#say(phase);
  }

  async #judge(batch: ImportBatch, rows: readonly ImportRow[], write: boolean): Promise<readonly ImportRemark[]> {
    const { options, rules, mayChangeAdministrators } = this.work;
    const { create, update, remarks } = await judgeRows(batch, rows, { options, rules, mayChangeAdministrators });
    const refused = options.mode === 'all_or_nothing' ? await this.#hashBefore(create, write) : [];
    if (write) {
      await batch.create(create.map((each) => this.#withHash(each)), rules.country);
      await batch.update(update, rules.country);
    }
    this.#add({ created: create.length - refused.length, updated: update.length });
    this.#count([...remarks, ...refused]);
    return [...remarks, ...refused];
  }

  /** Passwords of all or nothing are hashed while the file is only looked at. */
  async #hashBefore(create: readonly JudgedCreation[], write: boolean): Promise<readonly ImportRemark[]> {
    const refused: ImportRemark[] = [];
    if (write) return refused;
    for (const { row } of create) {
      if (row.password === undefined) continue;
      if (this.#hashed.size >= mostHashedBefore) {
        refused.push({ line: row.line, field: 'password', kind: 'fault', rule: 'passwords_too_many', expected: `must be empty from here on: all or nothing takes ${mostHashedBefore} passwords; password_hash has no such limit` });
      } else if (!this.work.options.dryRun) this.#hashed.set(row.line, await this.rooms.hashes.hash(row.password));
    }
    return refused;
  }

  /** Before the directory is held: passwords of people that are not there yet. */
  async #hashNew(rows: readonly ImportRow[]): Promise<void> {
    this.#hashed.clear();
    const asked = rows.filter(({ password }) => password !== undefined);
    if (asked.length === 0) return;
    const existing = await this.rooms.batches.look(this.work.id, (batch) => batch.existing(asked.map(({ login }) => login)));
    for (const { line, login, password } of asked) {
      if (password !== undefined && !existing.has(login)) this.#hashed.set(line, await this.rooms.hashes.hash(password));
    }
  }

  #withHash({ row, account, passwordHash }: JudgedCreation): CreatedRow {
    const hash = passwordHash ?? this.#hashed.get(row.line);
    // Its account was deleted since the passwords were hashed.
    if (hash === undefined && row.password !== undefined) throw new ImportFailed('unexpected');
    return hash === undefined ? { account } : { account, passwordHash: hash };
  }

  #count(remarks: readonly ImportRemark[]): void {
    const lines = (kind: ImportRemark['kind']): number => new Set(remarks.filter((each) => each.kind === kind).map(({ line }) => line)).size;
    this.#add({ faulty: lines('fault'), skipped: lines('skipped'), warnings: lines('warning') });
  }

  #add(more: Partial<ImportCounts>): void {
    const each = (name: keyof ImportCounts): number => this.#counts[name] + (more[name] ?? 0);
    this.#counts = { read: each('read'), created: each('created'), updated: each('updated'), skipped: each('skipped'), faulty: each('faulty'), warnings: each('warnings') };
  }

  async #say(phase: ImportPhase): Promise<void> {
    await this.rooms.imports.progress(this.work.id, { phase, counts: this.#counts, line: this.#line, bytesRead: this.work.file.bytesRead });
  }
}

function isRow(read: ImportRow | readonly ImportRemark[]): read is ImportRow {
  return !Array.isArray(read);
}

const unreadable = (line: number): ImportRemark => ({ line, field: '', kind: 'fault', rule: 'not_csv', expected: 'must be a line of CSV: a quote in a value is written twice, and a value with a quote stands in quotes' });
