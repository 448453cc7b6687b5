import { isSub, Passwords, type AccountErrorCode, type ChangeReport } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { insertEvents } from '../audit/insert-events.ts';
import { storedEvent } from '../audit/stored-event.ts';
import { foreignKeyViolation, refusalOf } from '../database/refusal.ts';
import { changed, rows, type Asker } from '../database/rows.ts';
import { revokeTrust } from './revoke-trust.ts';

export class PostgresPasswords extends Passwords {
  constructor(private readonly database: DataSource) {
    super();
  }

  async findHash(sub: string): Promise<string | undefined> {
    if (!isSub(sub)) return undefined;
    const [row] = await rows<{ hash: string }>(this.database, 'SELECT hash FROM passwords WHERE sub = $1', [sub]);
    return row?.hash;
  }

  async changedAt(sub: string): Promise<number | undefined> {
    if (!isSub(sub)) return undefined;
    const [row] = await rows<{ changed_at: Date }>(this.database, 'SELECT changed_at FROM passwords WHERE sub = $1', [sub]);
    return row?.changed_at.getTime();
  }

  async saveHash(sub: string, hash: string, replacing?: string): Promise<boolean> {
    if (replacing === undefined) {
      await put(this.database, sub, hash);
      return true;
    }
    const statement = 'UPDATE passwords SET hash = $2 WHERE sub = $1 AND hash = $3';
    return isSub(sub) && (await changed(this.database, statement, [sub, hash, replacing])) === 1;
  }

  change(sub: string, hash: string, now: number, report: ChangeReport): Promise<void> {
    return this.database.transaction(async (transaction) => {
      const revoked = await revokeTrust(transaction, sub, now);
      await put(transaction, sub, hash);
      await insertEvents(transaction, report(revoked).map(storedEvent));
    });
  }
}

async function put(asker: Asker, sub: string, hash: string): Promise<void> {
  const unknown = new DomainError<AccountErrorCode>('account_unknown');
  if (!isSub(sub)) throw unknown;
  const statement =
    'INSERT INTO passwords (sub, hash) VALUES ($1, $2) ON CONFLICT (sub) DO UPDATE SET hash = $2, changed_at = now()';
  try {
    await asker.query(statement, [sub, hash]);
  } catch (cause) {
    throw refusalOf(cause)?.code === foreignKeyViolation ? unknown : cause;
  }
}
