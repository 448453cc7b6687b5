import { browsersRevoked } from '@blitz/accounts';
import type { EntityManager } from 'typeorm';
import { insertEvents } from '../audit/insert-events.ts';
import { storedEvent } from '../audit/stored-event.ts';
import { revokeTrust } from './revoke-trust.ts';

/** In the same transaction as another telephone: a trust that outlived the old one would let its owner in. */
export async function forgetTrust(transaction: EntityManager, sub: string, now: number): Promise<void> {
  const count = await revokeTrust(transaction, sub, now);
  await insertEvents(transaction, [storedEvent(browsersRevoked({ reason: 'factor_changed' }, sub, count, now))]);
}
