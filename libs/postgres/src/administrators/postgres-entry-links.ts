import { EntryLinks, isSub, type AdministratorErrorCode } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { foreignKeyViolation, refusalOf } from '../database/refusal.ts';
import { rows } from '../database/rows.ts';

/** No link is good for longer than this. */
const longestMs = 3_600_000;
const tagShape = /^[A-Za-z0-9_-]{1,64}$/;

export class PostgresEntryLinks extends EntryLinks {
  constructor(private readonly database: DataSource) {
    super();
  }

  async add(tag: string, sub: string, expiresAt: number): Promise<void> {
    const unknown = new DomainError<AdministratorErrorCode>('administrator_unknown');
    if (!isSub(sub)) throw unknown;
    try {
      // Those that nobody used are over before the next ones are made.
      await this.database.query('DELETE FROM entry_links WHERE expires_at <= $1', [new Date(expiresAt - longestMs)]);
      await this.database.query('INSERT INTO entry_links (tag, sub, expires_at) VALUES ($1, $2, $3)', [tag, sub, new Date(expiresAt)]);
    } catch (cause) {
      throw refusalOf(cause)?.code === foreignKeyViolation ? unknown : cause;
    }
  }

  async claim(tag: string, now: number): Promise<string | undefined> {
    if (!tagShape.test(tag)) return undefined;
    // One statement, whose row is gone for everybody else, expired or not.
    const statement = 'WITH gone AS (DELETE FROM entry_links WHERE tag = $1 RETURNING sub, expires_at) SELECT sub FROM gone WHERE expires_at > $2';
    const [claimed] = await rows<{ sub: string }>(this.database, statement, [tag, new Date(now)]);
    return claimed?.sub;
  }
}
