import {
  ApplicationRegister,
  builtInClientIds,
  isBuiltIn,
  isClientId,
  normaliseSearch,
  readApplication,
  searchText,
  type Application,
  type ApplicationQuery,
  type RegisteredApplication,
} from '@blitz/accounts';
import type { Sealer } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { changed, rows } from '../database/rows.ts';
import { sealedFor } from './application-seal.ts';

interface RegisterRow {
  readonly client_id: string;
  readonly metadata: Record<string, unknown>;
  readonly has_secret: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly secret_since: Date | null;
}

/** The secret stays where it is: no statement here reads it. */
const columns = 'client_id, metadata, secret_sealed IS NOT NULL AS has_secret, version, created_at, changed_at, secret_since';

/** What a service of the version before saved has no search text yet. */
const searched = "coalesce(search, lower(client_id || E'\\n' || coalesce(metadata->>'client_name', '')))";

export class PostgresApplicationRegister extends ApplicationRegister {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  async list({ after = '', search = '', limit }: ApplicationQuery): Promise<readonly RegisteredApplication[]> {
    // No text in the database has a NUL in it, and a parameter can't.
    if (/[\0\p{Cs}]/u.test(search + after)) return [];
    // Applications are hundreds: whoever looks for a part of a name looks at each.
    const statement = `SELECT ${columns} FROM applications
      WHERE client_id COLLATE "C" > $1 AND client_id <> ALL ($2) AND position($3 IN ${searched}) > 0
      ORDER BY client_id COLLATE "C" LIMIT $4`;
    const found = await rows<RegisterRow>(this.database, statement, [after, builtInClientIds, normaliseSearch(search), limit]);
    return found.map(registeredOf);
  }

  async find(clientId: string): Promise<RegisteredApplication | undefined> {
    if (!isClientId(clientId) || isBuiltIn(clientId)) return undefined;
    const [row] = await rows<RegisterRow>(this.database, `SELECT ${columns} FROM applications WHERE client_id = $1`, [clientId]);
    return row === undefined ? undefined : registeredOf(row);
  }

  async add(application: Application): Promise<RegisteredApplication | undefined> {
    const { clientId, metadata, secret } = readApplication(application);
    const statement = `INSERT INTO applications (client_id, metadata, search, secret_sealed, secret_since)
      VALUES ($1, $2, $3, $4, CASE WHEN $4::text IS NULL THEN NULL ELSE now() END)
      ON CONFLICT (client_id) DO NOTHING RETURNING ${columns}`;
    const sealed = secret === undefined ? null : this.sealer.seal(secret, sealedFor(clientId));
    const [row] = await rows<RegisterRow>(this.database, statement, [clientId, JSON.stringify(metadata), searchText(clientId, metadata), sealed]);
    return row === undefined ? undefined : registeredOf(row);
  }

  change(clientId: string, metadata: Application['metadata'], expectedVersion: number): Promise<RegisteredApplication | undefined> {
    return this.#update('metadata = $3, search = $4', { clientId, metadata }, expectedVersion, () => [JSON.stringify(metadata), searchText(clientId, metadata)]);
  }

  replaceSecret(clientId: string, secret: string, expectedVersion: number): Promise<RegisteredApplication | undefined> {
    const application = { clientId, metadata: {}, secret };
    return this.#update('secret_sealed = $3, secret_since = now()', application, expectedVersion, () => [this.sealer.seal(secret, sealedFor(clientId))]);
  }

  async remove(clientId: string, expectedVersion: number): Promise<boolean> {
    if (!isClientId(clientId)) return false;
    return (await changed(this.database, 'DELETE FROM applications WHERE client_id = $1 AND version = $2', [clientId, expectedVersion])) === 1;
  }

  async #update(set: string, application: Application, expectedVersion: number, values: () => readonly string[]): Promise<RegisteredApplication | undefined> {
    if (!isClientId(application.clientId)) return undefined;
    const { clientId } = readApplication(application);
    const statement = `UPDATE applications SET ${set}, version = version + 1, changed_at = now()
      WHERE client_id = $1 AND version = $2 RETURNING ${columns}`;
    // TypeORM answers an UPDATE with its rows and their number.
    const [[row]] = await this.database.query<[RegisterRow[], number]>(statement, [clientId, expectedVersion, ...values()]);
    return row === undefined ? undefined : registeredOf(row);
  }
}

function registeredOf(row: RegisterRow): RegisteredApplication {
  return {
    clientId: row.client_id,
    metadata: row.metadata,
    hasSecret: row.has_secret,
    version: row.version,
    createdAt: row.created_at.getTime(),
    changedAt: row.changed_at.getTime(),
    ...(row.secret_since === null ? {} : { secretSince: row.secret_since.getTime() }),
  };
}
