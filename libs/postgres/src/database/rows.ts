import type { AdministratorErrorCode } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { refusalOf } from './refusal.ts';

/** The database, or a transaction on it. */
export type Asker = Pick<DataSource | EntityManager, 'query'>;

/** What a SELECT, or an INSERT with RETURNING, answers. */
export async function rows<Row>(asker: Asker, statement: string, parameters: unknown[]): Promise<Row[]> {
  return asker.query<Row[]>(statement, parameters);
}

/**
 * How many rows an UPDATE or DELETE changed.
 *
 * @throws DomainError `last_root_stays`, whichever table it was about: a trigger sees to it
 */
export async function changed(asker: Asker, statement: string, parameters: unknown[]): Promise<number> {
  try {
    const [, count] = await asker.query<[unknown[], number]>(statement, parameters);
    return count;
  } catch (cause) {
    if (refusalOf(cause)?.constraint !== 'last_root_stays') throw cause;
    throw new DomainError<AdministratorErrorCode>('last_root_stays', {}, { cause });
  }
}
