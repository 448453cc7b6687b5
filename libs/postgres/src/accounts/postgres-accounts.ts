import {
  accountKeys,
  Accounts,
  changesTelephone,
  isSub,
  readAttributes,
  readNewAccount,
  readTypedLogin,
  searchWords,
  theOneMeant,
  type Account,
  type AccountErrorCode,
  type LoginReading,
  type Attributes,
  type NewAccount,
  type RequiredFactor,
} from '@blitz/accounts';
import { DomainError, SystemClock, type Clock } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { refusalOf, uniqueViolation } from '../database/refusal.ts';
import { changed, rows } from '../database/rows.ts';
import { accountColumns, accountOf, type AccountRow } from './account-row.ts';
import { writeWords } from '../directory/account-words.ts';
import { forgetTrust } from './forget-trust.ts';

export class PostgresAccounts extends Accounts {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock = new SystemClock(),
  ) {
    super();
  }

  /** Always one statement, whatever was typed: an account that is found by its e-mail address does not answer later. */
  async findByLogin(text: string, reading?: LoginReading): Promise<Account | undefined> {
    const typed = readTypedLogin(text, reading);
    if (typed === undefined) return undefined;
    // Two are enough: the one with this login is first, and without it two mean nobody.
    const found = await rows<AccountRow>(
      this.database,
      `SELECT ${accountColumns} FROM accounts WHERE login = $1 OR email = $2 OR phone = $3 ORDER BY login = $1 DESC LIMIT 2`,
      [typed.login, typed.email ?? null, typed.phone ?? null],
    );
    const meant = theOneMeant(typed, found);
    return meant === undefined ? undefined : accountOf(meant);
  }

  async find(sub: string): Promise<Account | undefined> {
    if (!isSub(sub)) return undefined;
    const [row] = await rows<AccountRow>(this.database, `SELECT ${accountColumns} FROM accounts WHERE sub = $1`, [sub]);
    return row === undefined ? undefined : accountOf(row);
  }

  async create(account: NewAccount): Promise<Account> {
    const created = readNewAccount(account);
    const { sub, login, attributes, requiredFactor } = created;
    const { email = null, phone = null } = accountKeys(created);
    const statement = `WITH made AS (
      INSERT INTO accounts (sub, login, email, phone, attributes, required_factor, words, unworded)
        VALUES ($1, $2, $3, $4, $5, $6, $7, false) RETURNING sub, words)
      INSERT INTO account_words (word, sub) SELECT unnest(words), sub FROM made`;
    try {
      await this.database.query(statement, [sub, login, email, phone, JSON.stringify(attributes), requiredFactor, searchWords(created)]);
    } catch (cause) {
      const refusal = refusalOf(cause);
      if (refusal?.code !== uniqueViolation) throw cause;
      const code = refusal.constraint === 'accounts_login_key' ? 'login_taken' : 'account_invalid';
      throw new DomainError<AccountErrorCode>(code, {}, { cause });
    }
    return created;
  }

  async saveAttributes(sub: string, attributes: Attributes): Promise<void> {
    const read = readAttributes(attributes);
    const { email = null, phone = null } = accountKeys({ attributes: read });
    if (!isSub(sub)) throw new DomainError<AccountErrorCode>('account_unknown');
    await this.database.transaction(async (transaction) => {
      const held = 'SELECT login, attributes FROM accounts WHERE sub = $1 FOR UPDATE';
      const [row] = await rows<Pick<AccountRow, 'login' | 'attributes'>>(transaction, held, [sub]);
      if (row === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
      const statement = 'UPDATE accounts SET attributes = $2, email = $3, phone = $4 WHERE sub = $1';
      await changed(transaction, statement, [sub, JSON.stringify(read), email, phone]);
      await writeWords(transaction, [{ sub, login: row.login, attributes: read }]);
      if (changesTelephone(row.attributes, read)) await forgetTrust(transaction, sub, this.clock.now());
    });
  }

  requireFactor(sub: string, level: RequiredFactor | null): Promise<void> {
    return this.#change(sub, 'required_factor = $2', [level]);
  }

  setLocked(sub: string, locked: boolean): Promise<void> {
    return this.#change(sub, 'locked = $2', [locked]);
  }

  setPasswordLocked(sub: string, locked: boolean): Promise<void> {
    return this.#change(sub, 'password_locked = $2', [locked]);
  }

  async #change(sub: string, what: string, values: unknown[]): Promise<void> {
    const count = isSub(sub) ? await changed(this.database, `UPDATE accounts SET ${what} WHERE sub = $1`, [sub, ...values]) : 0;
    if (count === 0) throw new DomainError<AccountErrorCode>('account_unknown');
  }
}
