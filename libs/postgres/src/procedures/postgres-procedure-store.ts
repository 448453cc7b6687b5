import { printable } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import {
  ProcedureRefused,
  ProcedureStore,
  type Plan,
  type Procedure,
  type ProcedureErrorCode,
  type ProcedureSet,
  type SealedSecret,
  type Stamp,
  type StampedProcedure,
  type StampedSecret,
} from '@blitz/procedures';
import type { DataSource, EntityManager } from 'typeorm';
import { isAboutValues } from '../database/refusal.ts';
import { changed, rows, type Asker } from '../database/rows.ts';
import { columns, procedureOf, stampedOf, type ProcedureRow } from './procedure-row.ts';

/** As far as a version's column counts, less the one that a save adds. */
const mostVersions = 2 ** 31 - 2;

type Saving = Stamp & { readonly expectedVersion: number };

/** The procedures, the plan, and the secrets, in PostgreSQL. Whatever is saved moves the mark in the same transaction. */
export class PostgresProcedureStore extends ProcedureStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  mark(): Promise<string> {
    return readMark(this.database);
  }

  /** As of one moment: a plan never names a procedure that is not there yet. */
  set(): Promise<ProcedureSet> {
    return this.database.transaction('REPEATABLE READ', async (asker) => {
      const mark = await readMark(asker);
      const latest = `SELECT DISTINCT ON (key) ${columns} FROM procedure_versions ORDER BY key, version DESC`;
      const procedures = (await rows<ProcedureRow>(asker, latest, [])).map(procedureOf);
      const [saved] = await rows<{ version: number; plan: Plan }>(asker, 'SELECT version, plan FROM plan_versions ORDER BY version DESC LIMIT 1', []);
      const secrets = await rows<SealedSecret>(asker, 'SELECT name, hosts, sealed FROM procedure_secrets ORDER BY name', []);
      return { mark, procedures, plan: saved?.plan ?? [], planVersion: saved?.version ?? 0, secrets };
    });
  }

  async find(key: string, version: number): Promise<Procedure | undefined> {
    if (!isVersion(version)) return undefined;
    const statement = `SELECT ${columns} FROM procedure_versions WHERE key = $1 AND version = $2`;
    const [row] = await rows<ProcedureRow>(this.database, statement, [key, version]);
    return row === undefined ? undefined : procedureOf(row);
  }

  async history(key: string, limit: number, before = mostVersions): Promise<readonly StampedProcedure[]> {
    if (!isVersion(before)) return [];
    const statement = `SELECT ${columns} FROM procedure_versions WHERE key = $1 AND version < $2 ORDER BY version DESC LIMIT $3`;
    return (await rows<ProcedureRow>(this.database, statement, [key, before, limit])).map(stampedOf);
  }

  async save(procedure: Omit<Procedure, 'version'>, stamp: Saving): Promise<number> {
    const { key, name, source, hosts, javascript, entryPoints, secrets } = procedure;
    // Of two at once both may see the same latest version; the primary key lets one of them in.
    const statement = `INSERT INTO procedure_versions
        (key, version, name, source, hosts, javascript, entry_points, secrets, author, address, browser)
      SELECT $1, $2::integer + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
      WHERE $2::integer = (SELECT coalesce(max(version), 0) FROM procedure_versions WHERE key = $1)
      ON CONFLICT (key, version) DO NOTHING RETURNING version`;
    const lists = [hosts, entryPoints, secrets].map((list) => JSON.stringify(list));
    const values = [name, source, lists[0], javascript, lists[1], lists[2]];
    try {
      return await this.#version(statement, [key, stamp.expectedVersion, ...values, ...who(stamp)], stamp, 'procedure_changed_meanwhile');
    } catch (cause) {
      // Texts with NUL or half a surrogate pair can't be kept.
      if (isAboutValues(cause)) throw new ProcedureRefused([{ line: 1, column: 1, message: 'a text without control characters is expected' }]);
      throw cause;
    }
  }

  savePlan(plan: Plan, stamp: Saving): Promise<number> {
    const statement = `INSERT INTO plan_versions (version, plan, author, address, browser)
      SELECT $1::integer + 1, $2, $3, $4, $5 WHERE $1::integer = (SELECT coalesce(max(version), 0) FROM plan_versions)
      ON CONFLICT (version) DO NOTHING RETURNING version`;
    return this.#version(statement, [stamp.expectedVersion, JSON.stringify(plan), ...who(stamp)], stamp, 'plan_changed_meanwhile');
  }

  async knownSecrets(): Promise<readonly StampedSecret[]> {
    const statement = 'SELECT name, hosts, author, at FROM procedure_secrets ORDER BY name';
    const saved = await rows<Omit<StampedSecret, 'at'> & { readonly at: Date }>(this.database, statement, []);
    return saved.map(({ at, ...secret }) => ({ ...secret, at: at.getTime() }));
  }

  async saveSecret({ name, hosts, sealed }: SealedSecret, stamp: Stamp): Promise<void> {
    const statement = `INSERT INTO procedure_secrets (name, hosts, sealed, author, address, browser) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (name) DO UPDATE SET hosts = excluded.hosts, sealed = excluded.sealed, author = excluded.author,
        address = excluded.address, browser = excluded.browser, at = now()`;
    await this.#marked((asker) => rows(asker, statement, [name, JSON.stringify(hosts), sealed, ...who(stamp)]));
  }

  async resealSecret({ name, sealed }: SealedSecret, before: string): Promise<boolean> {
    const statement = 'UPDATE procedure_secrets SET sealed = $2 WHERE name = $1 AND sealed = $3';
    return (await this.#marked((asker) => changed(asker, statement, [name, sealed, before]))) > 0;
  }

  async deleteSecret(name: string): Promise<boolean> {
    return (await this.#marked((asker) => changed(asker, 'DELETE FROM procedure_secrets WHERE name = $1', [name]))) > 0;
  }

  async #version(statement: string, values: unknown[], { expectedVersion }: Saving, otherwise: ProcedureErrorCode): Promise<number> {
    if (!isVersion(expectedVersion)) throw new DomainError<ProcedureErrorCode>(otherwise);
    const [won] = await this.#marked((asker) => rows<{ version: number }>(asker, statement, values));
    if (won === undefined) throw new DomainError<ProcedureErrorCode>(otherwise);
    return won.version;
  }

  #marked<Answer>(deed: (asker: EntityManager) => Promise<Answer>): Promise<Answer> {
    return this.database.transaction(async (asker) => {
      const answer = await deed(asker);
      await changed(asker, 'UPDATE procedures_mark SET mark = mark + 1', []);
      return answer;
    });
  }
}

async function readMark(asker: Asker): Promise<string> {
  const [row] = await rows<{ mark: string }>(asker, 'SELECT mark FROM procedures_mark', []);
  if (row === undefined) throw new Error('the table procedures_mark is empty');
  return row.mark;
}

function who({ author, address, browser }: Stamp): string[] {
  return [printable(author, 256), printable(address, 64), printable(browser, 256)];
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 0 && version <= mostVersions;
}
