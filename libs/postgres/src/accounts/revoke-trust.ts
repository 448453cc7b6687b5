import { isSub } from '@blitz/accounts';
import type { EntityManager } from 'typeorm';
import { changed } from '../database/rows.ts';

/**
 * Revokes all trusted browsers of an account, inside a transaction. The account's row is changed first, so that a browser that
 * is being remembered meanwhile is either seen by the delete or sees that it comes too late.
 *
 * @returns how many browsers lost their trust
 */
export async function revokeTrust(transaction: EntityManager, sub: string, now: number): Promise<number> {
  if (!isSub(sub)) return 0;
  const since = 'UPDATE accounts SET trust_since = greatest(trust_since, $2) WHERE sub = $1';
  await changed(transaction, since, [sub, new Date(now)]);
  return changed(transaction, 'DELETE FROM trusted_browsers WHERE sub = $1', [sub]);
}
