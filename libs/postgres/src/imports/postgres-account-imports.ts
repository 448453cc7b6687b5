import {
  AccountImports,
  ImportFailed,
  noCounts,
  type AccountImport,
  type ImportEnd,
  type ImportErrorCode,
  type ImportProgress,
  type ImportRemark,
  type NewImport,
  type PlacedRemark,
  type RemarksPage,
} from '@blitz/accounts';
import { DomainError, type Clock } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { refusalOf } from '../database/refusal.ts';
import { changed, rows } from '../database/rows.ts';

interface ImportRow {
  readonly id: string;
  readonly actor: string;
  readonly options: AccountImport['options'];
  readonly state: AccountImport['state'];
  readonly because: AccountImport['because'] | null;
  readonly phase: AccountImport['phase'];
  readonly counts: AccountImport['counts'];
  readonly line: number;
  readonly bytes: string;
  readonly bytes_read: string;
  readonly remarks_left_out: number;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

const columns = 'id, actor, options, state, because, phase, counts, line, bytes, bytes_read, remarks_left_out, started_at, ended_at';
/** Whoever works says so with each batch; nobody says so for a minute: nobody works. */
const silenceMs = 60_000;
const keptMs = 30 * 86_400_000;

export class PostgresAccountImports extends AccountImports {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async begin({ id, options, actor }: NewImport): Promise<AccountImport> {
    await this.#breakOff();
    const now = this.clock.now();
    await changed(this.database, "DELETE FROM account_imports WHERE started_at < $1 AND state <> 'running'", [new Date(now - keptMs)]);
    const statement = `INSERT INTO account_imports (id, actor, options, state, phase, counts, started_at, changed_at)
      VALUES ($1, $2, $3, 'running', 'receiving', $4, $5, $5) RETURNING ${columns}`;
    const [row] = await rows<ImportRow>(this.database, statement, [id, actor, JSON.stringify(options), JSON.stringify(noCounts), new Date(now)]).catch((cause: unknown) => {
      if (refusalOf(cause)?.constraint !== 'account_imports_running') throw cause;
      throw new DomainError<ImportErrorCode>('import_running', {}, { cause });
    });
    if (row === undefined) throw new Error('the database did not answer what it inserted');
    return importOf(row);
  }

  async received(id: string, bytes: number): Promise<void> {
    await this.#save(id, 'bytes = $3', [bytes]);
  }

  async progress(id: string, { phase, counts, line, bytesRead }: ImportProgress): Promise<void> {
    await this.#save(id, 'phase = $3, counts = $4, line = $5, bytes_read = $6', [phase, JSON.stringify(counts), line, bytesRead]);
  }

  async end(id: string, { state, because, remarksLeftOut, counts }: ImportEnd): Promise<void> {
    const statement = `UPDATE account_imports SET state = $2, because = $3, remarks_left_out = $4, counts = coalesce($5, counts), ended_at = $6, changed_at = $6
      WHERE id = $1 AND state = 'running'`;
    await changed(this.database, statement, [id, state, because ?? null, remarksLeftOut, counts === undefined ? null : JSON.stringify(counts), new Date(this.clock.now())]);
  }

  async find(id: string): Promise<AccountImport | undefined> {
    await this.#breakOff();
    const [row] = await rows<ImportRow>(this.database, `SELECT ${columns} FROM account_imports WHERE id = $1`, [id]);
    return row === undefined ? undefined : importOf(row);
  }

  async list(limit: number): Promise<readonly AccountImport[]> {
    await this.#breakOff();
    return (await rows<ImportRow>(this.database, `SELECT ${columns} FROM account_imports ORDER BY started_at DESC LIMIT $1`, [limit])).map(importOf);
  }

  async remark(id: string, remarks: readonly ImportRemark[]): Promise<void> {
    const statement = `INSERT INTO account_import_remarks (import, line, field, kind, rule, expected)
      SELECT $1, line, field, kind, rule, expected FROM jsonb_to_recordset($2::jsonb) AS each (line integer, field text, kind text, rule text, expected text)`;
    await this.database.query(statement, [id, JSON.stringify(remarks)]);
  }

  async remarks(id: string, { after, limit }: RemarksPage): Promise<readonly PlacedRemark[]> {
    const statement = `SELECT position::float8, line, field, kind, rule, expected FROM account_import_remarks
      WHERE import = $1 AND position > $2 ORDER BY position LIMIT $3`;
    return rows<PlacedRemark>(this.database, statement, [id, after, limit]);
  }

  async #save(id: string, what: string, values: unknown[]): Promise<void> {
    const statement = `UPDATE account_imports SET ${what}, changed_at = $2 WHERE id = $1 AND state = 'running'`;
    if ((await changed(this.database, statement, [id, new Date(this.clock.now()), ...values])) === 0) throw new ImportFailed('stopped');
  }

  async #breakOff(): Promise<void> {
    const now = this.clock.now();
    const statement = "UPDATE account_imports SET state = 'broken_off', because = 'stopped', ended_at = $1 WHERE state = 'running' AND changed_at < $2";
    await changed(this.database, statement, [new Date(now), new Date(now - silenceMs)]);
  }
}

function importOf(row: ImportRow): AccountImport {
  return {
    id: row.id,
    actor: row.actor,
    options: row.options,
    state: row.state,
    ...(row.because === null || row.because === undefined ? {} : { because: row.because }),
    phase: row.phase,
    counts: row.counts,
    line: row.line,
    bytes: Number(row.bytes),
    bytesRead: Number(row.bytes_read),
    remarksLeftOut: row.remarks_left_out,
    startedAt: row.started_at.getTime(),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at.getTime() }),
  };
}
