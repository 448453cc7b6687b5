import { createHash } from 'node:crypto';
import {
  accountKeys,
  changesTelephone,
  ImportBatches,
  searchWords,
  type CreatedRow,
  type ExistingAccount,
  type FileKey,
  type ImportBatch,
  type UpdatedRow,
} from '@blitz/accounts';
import type { Clock } from '@blitz/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { accountColumns, accountOf, type AccountRow } from '../accounts/account-row.ts';
import { forgetTrust } from '../accounts/forget-trust.ts';
import { changed, rows } from '../database/rows.ts';
import { writeWords } from '../directory/account-words.ts';
import { holdUniqueValues } from '../directory/unique-values.ts';

/** Rows are written many at a time: each as a statement of its own would take ten times as long. */
export class PostgresImportBatches extends ImportBatches {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  look<Answer>(id: string, work: (batch: ImportBatch) => Promise<Answer>): Promise<Answer> {
    return this.database.transaction((transaction) => work(this.#batch(id, transaction)));
  }

  write<Answer>(id: string, work: (batch: ImportBatch) => Promise<Answer>): Promise<Answer> {
    return this.database.transaction(async (transaction) => {
      await holdUniqueValues(transaction);
      return work(this.#batch(id, transaction));
    });
  }

  async forgetLines(id: string): Promise<void> {
    await changed(this.database, 'DELETE FROM account_import_lines WHERE import = $1', [id]);
  }

  #batch(id: string, transaction: EntityManager): ImportBatch {
    return {
      existing: (logins) => existing(transaction, logins),
      firstLines: (keys) => firstLines(transaction, id, keys),
      holders: (attribute, values) => holders(transaction, attribute, values),
      create: (created, country) => create(transaction, created, country),
      update: (updated, country) => update(transaction, updated, country, this.clock.now()),
    };
  }
}

async function existing(transaction: EntityManager, logins: readonly string[]): Promise<ReadonlyMap<string, ExistingAccount>> {
  const statement = `SELECT ${accountColumns}, EXISTS (SELECT FROM administrators WHERE administrators.sub = accounts.sub) AS administrator
    FROM accounts WHERE login = ANY ($1)`;
  const found = await rows<AccountRow & { readonly administrator: boolean }>(transaction, statement, [logins]);
  return new Map(found.map((row) => [row.login, { account: accountOf(row), administrator: row.administrator }]));
}

async function firstLines(transaction: EntityManager, id: string, keys: readonly FileKey[]): Promise<ReadonlyMap<string, number>> {
  const byDigest = new Map(keys.map(({ key }) => [createHash('sha256').update(key).digest('hex'), key]));
  const lines = new Map(keys.toReversed().map(({ key, line }) => [key, line]));
  const asked = [...byDigest].map(([digest, key]) => ({ digest, line: lines.get(key) }));
  const given = JSON.stringify(asked);
  await transaction.query(
    `INSERT INTO account_import_lines (import, key, line)
      SELECT $1, decode(digest, 'hex'), line FROM jsonb_to_recordset($2::jsonb) AS each (digest text, line integer) ON CONFLICT DO NOTHING`,
    [id, given],
  );
  const statement = `SELECT digest, account_import_lines.line FROM jsonb_to_recordset($2::jsonb) AS each (digest text)
    JOIN account_import_lines ON import = $1 AND key = decode(digest, 'hex')`;
  const found = await rows<{ digest: string; line: number }>(transaction, statement, [id, given]);
  return new Map(found.map(({ digest, line }) => [byDigest.get(digest) ?? '', line]));
}

/** Without a LIMIT: for one row of many the planner would rather look at all accounts than ask the index. */
async function holders(transaction: EntityManager, attribute: string, values: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(values)];
  const column = { email: 'email', phone_number: 'phone' }[attribute];
  const found =
    column === undefined
      ? await rows<Holder>(transaction, 'SELECT value, sub FROM unnest($1::text[]) AS value JOIN accounts ON attributes @> jsonb_build_object($2::text, value)', [asked, attribute])
      : await rows<Holder>(transaction, `SELECT ${column} AS value, sub FROM accounts WHERE ${column} = ANY ($1)`, [asked]);
  return new Map(found.map(({ value, sub }) => [value, sub]));
}

interface Holder {
  readonly value: string;
  readonly sub: string;
}

async function create(transaction: EntityManager, created: readonly CreatedRow[], country: string): Promise<void> {
  if (created.length === 0) return;
  const given = created.map(({ account, passwordHash: hash = null }) => {
    const { sub, login, attributes, requiredFactor: required_factor } = account;
    const { email = null, phone = null } = accountKeys(account);
    return { sub, login, email, phone, attributes, required_factor, hash, words: searchWords(account, country) };
  });
  // In one statement, so that the rows go to the database once.
  await transaction.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS each
        (sub uuid, login text, email text, phone text, attributes jsonb, required_factor smallint, hash text, words jsonb)),
      made AS (INSERT INTO accounts (sub, login, email, phone, attributes, required_factor, words, unworded)
        SELECT sub, login, email, phone, attributes, required_factor, ARRAY (SELECT jsonb_array_elements_text(words)), false FROM given),
      worded AS (INSERT INTO account_words (word, sub) SELECT jsonb_array_elements_text(words), sub FROM given)
      SELECT count(*) FROM given`,
    [JSON.stringify(given)],
  );
  const hashed = given.filter(({ hash }) => hash !== null).map(({ sub, hash }) => ({ sub, hash }));
  if (hashed.length === 0) return;
  await transaction.query('INSERT INTO passwords (sub, hash) SELECT sub, hash FROM jsonb_to_recordset($1::jsonb) AS each (sub uuid, hash text)', [JSON.stringify(hashed)]);
}

async function update(transaction: EntityManager, updated: readonly UpdatedRow[], country: string, now: number): Promise<void> {
  if (updated.length === 0) return;
  const given = updated.map(({ account }) => {
    const { email = null, phone = null } = accountKeys(account);
    return { sub: account.sub, attributes: account.attributes, email, phone, required_factor: account.requiredFactor };
  });
  await changed(
    transaction,
    `UPDATE accounts SET attributes = given.attributes, email = given.email, phone = given.phone, required_factor = given.required_factor
      FROM jsonb_to_recordset($1::jsonb) AS given (sub uuid, attributes jsonb, email text, phone text, required_factor smallint)
      WHERE accounts.sub = given.sub`,
    [JSON.stringify(given)],
  );
  await writeWords(transaction, updated.map(({ account }) => account), country);
  for (const { before, account } of updated) if (changesTelephone(before.attributes, account.attributes)) await forgetTrust(transaction, account.sub, now);
}
