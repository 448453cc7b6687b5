import { accountKeys, AccountRefused, takenFault, type Account, type DirectoryErrorCode } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { EntityManager } from 'typeorm';
import { uniqueValuesLock } from '../database/locks.ts';
import { lockNotAvailable, refusalOf } from '../database/refusal.ts';
import { rows } from '../database/rows.ts';

/** Longer than any of ours holds the lock, but an import of all or nothing. */
const patienceMs = 5_000;

/**
 * From here to the end of the transaction nobody else decides about unique values. Before any row is locked, so that nobody waits
 * in a circle.
 *
 * @throws DomainError `directory_busy`
 */
export async function holdUniqueValues(transaction: EntityManager): Promise<void> {
  await transaction.query(`SET LOCAL lock_timeout = ${patienceMs}`);
  await transaction.query('SELECT pg_advisory_xact_lock($1, $2)', [...uniqueValuesLock]).catch((cause: unknown) => {
    if (refusalOf(cause)?.code !== lockNotAvailable) throw cause;
    throw new DomainError<DirectoryErrorCode>('directory_busy', {}, { cause });
  });
  await transaction.query('SET LOCAL lock_timeout = 0');
}

type Held = Pick<Account, 'sub' | 'attributes'>;

/** Addresses and numbers are compared as people log in with them, other values as they are. @throws AccountRefused */
export async function refuseTaken(transaction: EntityManager, account: Held, unique: readonly string[]): Promise<void> {
  const taken: string[] = [];
  for (const name of unique) if (await isTaken(transaction, account, name)) taken.push(name);
  if (taken.length > 0) throw new AccountRefused(taken.map((name) => takenFault(`attributes/${name}`)));
}

async function isTaken(transaction: EntityManager, { sub, attributes }: Held, name: string): Promise<boolean> {
  const value = attributes[name];
  if (value === undefined) return false;
  const { email, phone } = accountKeys({ attributes });
  const condition = (): [string, string] => {
    if (name === 'email' && email !== undefined) return ['email = $1', email];
    if (name === 'phone_number' && phone !== undefined) return ['phone = $1', phone];
    return ['attributes @> $1::jsonb', JSON.stringify({ [name]: value })];
  };
  const [where, parameter] = condition();
  // Without a LIMIT: for one row of many the planner would rather look at all accounts than ask the index.
  const found = await rows<{ sub: string }>(transaction, `SELECT sub FROM accounts WHERE ${where}`, [parameter]);
  return found.some((holder) => holder.sub !== sub);
}
