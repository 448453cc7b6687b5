import { SigningKeys, type Jwk, type SigningKey } from '@blitz/accounts';
import type { Sealer } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { signingKeyLock } from '../database/locks.ts';
import { changed, rows, type Asker } from '../database/rows.ts';

interface KeyRow {
  readonly kid: string;
  readonly alg: SigningKey['alg'];
  readonly public_jwk: Jwk;
  readonly private_sealed: string;
  readonly created_at: Date;
  readonly activates_at: Date;
  readonly retires_at: Date | null;
}

/** Private halves rest sealed, each under its own name. */
export class PostgresSigningKeys extends SigningKeys {
  constructor(
    private readonly database: DataSource,
    private readonly sealer: Sealer,
  ) {
    super();
  }

  /** @throws RangeError when a key was sealed under a master key that is not here any more */
  list(): Promise<readonly SigningKey[]> {
    return this.#list(this.database);
  }

  add(decide: (keys: readonly SigningKey[]) => SigningKey | undefined): Promise<readonly SigningKey[]> {
    return this.database.transaction(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1, $2)', [...signingKeyLock]);
      const known = await this.#list(transaction);
      const another = decide(known);
      if (another === undefined) return known;
      await this.#insert(transaction, another);
      return this.#list(transaction);
    });
  }

  async retire(kid: string, at: number): Promise<boolean> {
    const statement = 'UPDATE signing_keys SET retires_at = $2 WHERE kid = $1 AND retires_at IS NULL';
    return (await changed(this.database, statement, [kid, new Date(at)])) === 1;
  }

  async #list(asker: Asker): Promise<readonly SigningKey[]> {
    const statement = `SELECT kid, alg, public_jwk, private_sealed, created_at, activates_at, retires_at
      FROM signing_keys ORDER BY activates_at, created_at, kid`;
    return (await rows<KeyRow>(asker, statement, [])).map((row) => this.#keyOf(row));
  }

  async #insert(asker: Asker, key: SigningKey): Promise<void> {
    const { kid, alg, publicJwk, privateJwk, createdAt, activatesAt } = key;
    const sealed = this.sealer.seal(JSON.stringify(privateJwk), purpose(kid));
    await asker.query(
      `INSERT INTO signing_keys (kid, alg, public_jwk, private_sealed, created_at, activates_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [kid, alg, JSON.stringify(publicJwk), sealed, new Date(createdAt), new Date(activatesAt)],
    );
  }

  #keyOf(row: KeyRow): SigningKey {
    return {
      kid: row.kid,
      alg: row.alg,
      publicJwk: row.public_jwk,
      privateJwk: JSON.parse(this.sealer.open(row.private_sealed, purpose(row.kid))) as Jwk,
      createdAt: row.created_at.getTime(),
      activatesAt: row.activates_at.getTime(),
      ...(row.retires_at === null ? {} : { retiresAt: row.retires_at.getTime() }),
    };
  }
}

function purpose(kid: string): string {
  return `signing-key:${kid}`;
}
