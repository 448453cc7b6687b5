import {
  Administrators,
  isSub,
  readRoles,
  type AccountErrorCode,
  type Administrator,
  type AdministratorChange,
  type AdministratorErrorCode,
  type AdministratorPage,
  type Role,
} from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { accountColumns, accountOf, type AccountRow } from '../accounts/account-row.ts';
import { foreignKeyViolation, refusalOf } from '../database/refusal.ts';
import { changed, rows } from '../database/rows.ts';

interface AdministratorRow extends AccountRow {
  readonly roles: readonly Role[];
  readonly administrator_version: number;
  readonly appointed_at: Date;
}

/** `accounts` may have columns of the same name. */
const selected = `SELECT ${accountColumns}, roles, administrator_version, appointed_at FROM accounts
  JOIN (SELECT sub, roles, version AS administrator_version, appointed_at FROM administrators) administrators USING (sub)`;

export class PostgresAdministrators extends Administrators {
  constructor(private readonly database: DataSource) {
    super();
  }

  async list({ limit, after = '' }: AdministratorPage): Promise<readonly Administrator[]> {
    const found = await rows<AdministratorRow>(this.database, `${selected} WHERE login > $1 ORDER BY login LIMIT $2`, [after, limit]);
    return found.map(administratorOf);
  }

  async find(sub: string): Promise<Administrator | undefined> {
    if (!isSub(sub)) return undefined;
    const [row] = await rows<AdministratorRow>(this.database, `${selected} WHERE sub = $1`, [sub]);
    return row === undefined ? undefined : administratorOf(row);
  }

  async save({ sub, roles: wanted, expectedVersion, at }: AdministratorChange): Promise<Administrator> {
    const roles = readRoles(wanted);
    if (expectedVersion === 0) await this.#add(sub, roles, at);
    else await this.#change(sub, roles, expectedVersion);
    const saved = await this.find(sub);
    // Somebody took them away again meanwhile.
    if (saved === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    return saved;
  }

  async remove(sub: string, expectedVersion: number): Promise<void> {
    const statement = 'DELETE FROM administrators WHERE sub = $1 AND version = $2';
    const count = isSub(sub) && isVersion(expectedVersion) ? await changed(this.database, statement, [sub, expectedVersion]) : 0;
    if (count === 0) throw await this.#whyNot(sub);
  }

  async #add(sub: string, roles: readonly Role[], at: number): Promise<void> {
    const unknown = new DomainError<AccountErrorCode>('account_unknown');
    if (!isSub(sub)) throw unknown;
    const statement = 'INSERT INTO administrators (sub, roles, version, appointed_at) VALUES ($1, $2, 1, $3) ON CONFLICT (sub) DO NOTHING RETURNING sub';
    const added = await rows(this.database, statement, [sub, roles, new Date(at)]).catch((cause: unknown) => {
      throw refusalOf(cause)?.code === foreignKeyViolation ? unknown : cause;
    });
    if (added.length === 0) throw new DomainError<AdministratorErrorCode>('administrator_exists');
  }

  async #change(sub: string, roles: readonly Role[], expectedVersion: number): Promise<void> {
    const statement = 'UPDATE administrators SET roles = $2, version = version + 1 WHERE sub = $1 AND version = $3';
    const count = isSub(sub) && isVersion(expectedVersion) ? await changed(this.database, statement, [sub, roles, expectedVersion]) : 0;
    if (count === 0) throw await this.#whyNot(sub);
  }

  async #whyNot(sub: string): Promise<DomainError<AdministratorErrorCode>> {
    const known = await this.find(sub);
    return new DomainError<AdministratorErrorCode>(known === undefined ? 'administrator_unknown' : 'administrator_changed_meanwhile');
  }
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version < 2 ** 31 - 1;
}

function administratorOf(row: AdministratorRow): Administrator {
  return { account: accountOf(row), roles: row.roles, version: row.administrator_version, appointedAt: row.appointed_at.getTime() };
}
