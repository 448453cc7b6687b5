import {
  accountKeys,
  AccountChanged,
  AccountRefused,
  changesTelephone,
  Directory,
  isSub,
  searchWords,
  takenFault,
  type Account,
  type AccountChange,
  type AccountErrorCode,
  type DirectoryAccount,
  type DirectorySearch,
  type FoundAccounts,
  type SharedKey,
  type WritingRules,
} from '@blitz/accounts';
import { DomainError, type Clock } from '@blitz/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { refusalOf, uniqueViolation } from '../database/refusal.ts';
import { changed, rows, type Asker } from '../database/rows.ts';
import { accountColumns, accountOf, type AccountRow } from '../accounts/account-row.ts';
import { writeWords } from './account-words.ts';
import { forgetTrust } from '../accounts/forget-trust.ts';
import { searchAccounts } from './search-accounts.ts';
import { holdUniqueValues, refuseTaken } from './unique-values.ts';

interface DirectoryRow extends AccountRow {
  readonly version: number;
  readonly created_at: Date;
}

const columns = `${accountColumns}, version, created_at`;

export class PostgresDirectory extends Directory {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  async list({ after = '', limit }: { readonly after?: string; readonly limit: number }): Promise<readonly DirectoryAccount[]> {
    const statement = `SELECT ${columns} FROM accounts WHERE login > $1 ORDER BY login LIMIT $2`;
    return (await rows<DirectoryRow>(this.database, statement, [after, limit])).map(directoryAccountOf);
  }

  async search(search: DirectorySearch): Promise<FoundAccounts> {
    const { subs, ...rest } = await searchAccounts(this.database, search);
    const found = await rows<DirectoryRow>(this.database, `SELECT ${columns} FROM accounts WHERE sub = ANY ($1)`, [subs]);
    const bySub = new Map(found.map((row) => [row.sub, directoryAccountOf(row)]));
    return { items: subs.flatMap((sub) => bySub.get(sub) ?? []), ...rest };
  }

  async find(sub: string): Promise<DirectoryAccount | undefined> {
    return isSub(sub) ? findIn(this.database, sub) : undefined;
  }

  async sharedKeys(account: Account): Promise<readonly SharedKey[]> {
    const { email = null, phone = null } = accountKeys(account);
    const statement = `SELECT EXISTS (SELECT FROM accounts WHERE email = $2 AND sub <> $1) AS email,
      EXISTS (SELECT FROM accounts WHERE phone = $3 AND sub <> $1) AS phone_number`;
    const [shared] = await rows<Record<SharedKey, boolean>>(this.database, statement, [account.sub, email, phone]);
    return (['email', 'phone_number'] as const).filter((key) => shared?.[key]);
  }

  create(account: Account, { unique, country }: WritingRules): Promise<DirectoryAccount> {
    return this.database.transaction(async (transaction) => {
      await holdUniqueValues(transaction);
      await refuseTaken(transaction, account, unique);
      return insert(transaction, account, country);
    });
  }

  change({ sub, attributes, requiredFactor, expectedVersion }: AccountChange, { unique, country }: WritingRules): Promise<DirectoryAccount> {
    return this.database.transaction(async (transaction) => {
      await holdUniqueValues(transaction);
      const before = isSub(sub) ? await findIn(transaction, sub, 'FOR UPDATE') : undefined;
      if (before === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
      if (before.version !== expectedVersion) throw new AccountChanged(before);
      const { account } = before;
      await refuseTaken(transaction, { sub, attributes }, unique.filter((name) => account.attributes[name] !== attributes[name]));
      const { email = null, phone = null } = accountKeys({ attributes });
      const statement = 'UPDATE accounts SET attributes = $2, email = $3, phone = $4, required_factor = $5 WHERE sub = $1';
      await changed(transaction, statement, [sub, JSON.stringify(attributes), email, phone, requiredFactor]);
      await writeWords(transaction, [{ sub, login: account.login, attributes }], country);
      if (changesTelephone(account.attributes, attributes)) await forgetTrust(transaction, sub, this.clock.now());
      return (await findIn(transaction, sub)) ?? before;
    });
  }

  index(limit: number, country: string): Promise<number> {
    return this.database.transaction(async (transaction) => {
      const statement = 'SELECT sub, login, attributes FROM accounts WHERE unworded LIMIT $1 FOR UPDATE SKIP LOCKED';
      const found = await rows<Pick<AccountRow, 'sub' | 'login' | 'attributes'>>(transaction, statement, [limit]);
      await writeWords(transaction, found, country);
      return found.length;
    });
  }
}

async function findIn(asker: Asker, sub: string, lock = ''): Promise<DirectoryAccount | undefined> {
  const [row] = await rows<DirectoryRow>(asker, `SELECT ${columns} FROM accounts WHERE sub = $1 ${lock}`, [sub]);
  return row === undefined ? undefined : directoryAccountOf(row);
}

async function insert(transaction: EntityManager, account: Account, country: string): Promise<DirectoryAccount> {
  const { sub, login, attributes, requiredFactor } = account;
  const { email = null, phone = null } = accountKeys(account);
  const statement = `WITH made AS (
    INSERT INTO accounts (sub, login, email, phone, attributes, required_factor, words, unworded)
      VALUES ($1, $2, $3, $4, $5, $6, $7, false) RETURNING *),
    worded AS (INSERT INTO account_words (word, sub) SELECT unnest(words), sub FROM made)
    SELECT ${columns} FROM made`;
  const parameters = [sub, login, email, phone, JSON.stringify(attributes), requiredFactor, searchWords(account, country)];
  const [row] = await rows<DirectoryRow>(transaction, statement, parameters).catch((cause: unknown) => {
    if (refusalOf(cause)?.constraint === 'accounts_login_key' && refusalOf(cause)?.code === uniqueViolation) throw new AccountRefused([takenFault('login')]);
    throw cause;
  });
  if (row === undefined) throw new Error('the database did not answer what it inserted');
  return directoryAccountOf(row);
}

function directoryAccountOf(row: DirectoryRow): DirectoryAccount {
  return { account: accountOf(row), version: row.version, createdAt: row.created_at.getTime() };
}
