import { Applications, isClientId, readApplication, searchText, type Application } from '@blitz/accounts';
import type { Sealer } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { rows } from '../database/rows.ts';
import { sealedFor } from './application-seal.ts';

interface ApplicationRow {
  readonly metadata: Record<string, unknown>;
  readonly secret_sealed: string | null;
}

/** Secrets rest sealed, each for its own application. */
export class PostgresApplications extends Applications {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  /** @throws RangeError when the secret was sealed under a master key that is not here any more */
  async find(clientId: string): Promise<Application | undefined> {
    if (!isClientId(clientId)) return undefined;
    const statement = 'SELECT metadata, secret_sealed FROM applications WHERE client_id = $1';
    const [row] = await rows<ApplicationRow>(this.database, statement, [clientId]);
    if (row === undefined) return undefined;
    const { metadata, secret_sealed: sealed } = row;
    return { clientId, metadata, ...(sealed === null ? {} : { secret: this.sealer.open(sealed, sealedFor(clientId)) }) };
  }

  async save(application: Application): Promise<void> {
    const { clientId, metadata, secret } = readApplication(application);
    const sealed = secret === undefined ? null : this.sealer.seal(secret, sealedFor(clientId));
    await this.database.query(
      `INSERT INTO applications (client_id, metadata, secret_sealed, secret_since, search)
       VALUES ($1, $2, $3, CASE WHEN $3::text IS NULL THEN NULL ELSE now() END, $4)
       ON CONFLICT (client_id) DO UPDATE SET metadata = excluded.metadata, secret_sealed = excluded.secret_sealed,
         secret_since = excluded.secret_since, search = excluded.search, changed_at = now(), version = applications.version + 1`,
      [clientId, JSON.stringify(metadata), sealed, searchText(clientId, metadata)],
    );
  }
}
