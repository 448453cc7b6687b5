import { isSub, TrustedBrowsers, type AccountErrorCode, type TrustedBrowser } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { DataSource } from 'typeorm';
import { changed, rows } from '../database/rows.ts';
import { revokeTrust } from './revoke-trust.ts';

interface BrowserRow {
  readonly id: string;
  readonly sub: string;
  readonly created_at: Date;
  readonly last_used_at: Date;
  readonly expires_at: Date;
  readonly user_agent: string;
  readonly address: string;
}

const columns = 'id, sub, created_at, last_used_at, expires_at, user_agent, address';

export class PostgresTrustedBrowsers extends TrustedBrowsers {
  constructor(private readonly database: DataSource) {
    super();
  }

  /** The account's row is held until the browser is in, so that a revocation can't pass in between: see `revokeTrust`. */
  remember(browser: TrustedBrowser, tokenHash: string, provedAt: number): Promise<boolean> {
    const { id, sub, createdAt, lastUsedAt, expiresAt, userAgent, address } = browser;
    return this.database.transaction(async (transaction) => {
      const held = 'SELECT trust_since <= $2 AS fresh FROM accounts WHERE sub = $1 FOR SHARE';
      const [account] = isSub(sub) ? await rows<{ fresh: boolean }>(transaction, held, [sub, new Date(provedAt)]) : [];
      if (account === undefined) throw new DomainError<AccountErrorCode>('account_unknown');
      if (!account.fresh) return false;
      const times = [createdAt, lastUsedAt, expiresAt].map((at) => new Date(at));
      await changed(transaction, 'DELETE FROM trusted_browsers WHERE sub = $1 AND expires_at <= $2', [sub, times[0]]);
      await transaction.query(
        `INSERT INTO trusted_browsers (${columns}, token_hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, sub, ...times, userAgent, address, tokenHash],
      );
      return true;
    });
  }

  async findLive(sub: string, tokenHash: string, now: number): Promise<TrustedBrowser | undefined> {
    if (!isSub(sub)) return undefined;
    const statement = `SELECT ${columns} FROM trusted_browsers WHERE token_hash = $1 AND sub = $2 AND expires_at > $3`;
    const [row] = await rows<BrowserRow>(this.database, statement, [tokenHash, sub, new Date(now)]);
    return row === undefined ? undefined : browserOf(row);
  }

  async touch(sub: string, id: string, now: number): Promise<void> {
    if (!isSub(sub) || !isBrowserId(id)) return;
    const statement = 'UPDATE trusted_browsers SET last_used_at = $3 WHERE sub = $1 AND id = $2';
    await changed(this.database, statement, [sub, id, new Date(now)]);
  }

  async list(sub: string, now: number): Promise<readonly TrustedBrowser[]> {
    if (!isSub(sub)) return [];
    const statement = `SELECT ${columns} FROM trusted_browsers WHERE sub = $1 AND expires_at > $2 ORDER BY last_used_at DESC`;
    return (await rows<BrowserRow>(this.database, statement, [sub, new Date(now)])).map(browserOf);
  }

  async revoke(sub: string, id: string): Promise<boolean> {
    if (!isSub(sub) || !isBrowserId(id)) return false;
    return (await changed(this.database, 'DELETE FROM trusted_browsers WHERE sub = $1 AND id = $2', [sub, id])) > 0;
  }

  revokeAll(sub: string, now: number): Promise<number> {
    return this.database.transaction((transaction) => revokeTrust(transaction, sub, now));
  }
}

/** An id comes from a form: whatever else was sent is no browser's, and must not reach the database. */
function isBrowserId(id: string): boolean {
  return /^[\w-]{1,64}$/.test(id);
}

function browserOf(row: BrowserRow): TrustedBrowser {
  return {
    id: row.id,
    sub: row.sub,
    createdAt: row.created_at.getTime(),
    lastUsedAt: row.last_used_at.getTime(),
    expiresAt: row.expires_at.getTime(),
    userAgent: row.user_agent,
    address: row.address,
  };
}
