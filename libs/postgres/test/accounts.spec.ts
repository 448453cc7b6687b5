import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangePassword, type TrustedBrowser } from '@blitz/accounts';
import {
  accountsContract,
  passwordsContract,
  trustedBrowsersContract,
} from '@blitz/accounts/contracts';
import { FakePasswordHashes } from '@blitz/accounts/fakes';
import { newId, SystemClock } from '@blitz/kernel';
import { PostgresAccounts, PostgresAuditEvents, PostgresPasswords, PostgresTrustedBrowsers } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

const now = 1_800_000_000_000;
let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

const accounts = (): PostgresAccounts => new PostgresAccounts(opened.database);
const browsers = (): PostgresTrustedBrowsers => new PostgresTrustedBrowsers(opened.database);
const passwords = (): PostgresPasswords => new PostgresPasswords(opened.database);

accountsContract(accounts);
trustedBrowsersContract(() => ({ accounts: accounts(), browsers: browsers() }));
passwordsContract(() => ({
  accounts: accounts(),
  passwords: passwords(),
  browsers: browsers(),
  eventsOf: async (sub) => (await new PostgresAuditEvents(opened.database).find({ sub })).map(({ type }) => type),
}));

function browserOf(sub: string): TrustedBrowser {
  return { id: newId(), sub, createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: 'x', address: '::1' };
}

describe('a password change in the database', () => {
  it('happens whole or not at all: an event that can not be written leaves the old password and the trusted browsers', async () => {
    const { sub } = await accounts().create({ login: newId() });
    await passwords().saveHash(sub, 'old');
    await browsers().remember(browserOf(sub), 'token', now);
    const failing = passwords().change(sub, 'new', now, () => {
      throw new Error('no room for the journal');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(await passwords().findHash(sub)).toBe('old');
    expect(await browsers().findLive(sub, 'token', now)).toBeDefined();
  });

  it('writes its events with the change', async () => {
    const { sub } = await accounts().create({ login: newId() });
    await new ChangePassword(passwords(), new FakePasswordHashes(), new SystemClock()).execute(sub, 'correct horse');
    const events = await new PostgresAuditEvents(opened.database).find({ sub });
    expect(events.map(({ type }) => type).sort()).toEqual(['browsers_revoked', 'password_changed']);
  });

  it('security 21: leaves no trust behind, however it meets browsers that are being trusted', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { sub } = await accounts().create({ login: newId() });
      const tokens = Array.from({ length: 4 }, () => newId());
      const remember = (token: string): Promise<boolean> => browsers().remember(browserOf(sub), token, now - 1);
      const change = passwords().change(sub, 'new', now, () => []);
      await Promise.all([...tokens.slice(0, 2).map(remember), change, ...tokens.slice(2).map(remember)]);
      expect(await browsers().list(sub, now)).toEqual([]);
    }
  });

  it('forgets browsers whose time is over when another is remembered', async () => {
    const { sub } = await accounts().create({ login: newId() });
    await browsers().remember({ ...browserOf(sub), expiresAt: now - 1 }, newId(), now);
    await browsers().remember(browserOf(sub), newId(), now);
    const left = await opened.database.query<unknown[]>('SELECT FROM trusted_browsers WHERE sub = $1', [sub]);
    expect(left).toHaveLength(1);
  });

  it('finds accounts by an index, with any number of them', async () => {
    await opened.database.query('SET enable_seqscan = off');
    const plan = await opened.database.query<Record<string, string>[]>(
      `EXPLAIN SELECT sub FROM accounts WHERE login = 'a' OR email = 'a' OR phone = '+79161234567' ORDER BY login = 'a' DESC LIMIT 2`,
    );
    const text = plan.map((line) => line['QUERY PLAN']).join('\n');
    for (const index of ['accounts_login_key', 'accounts_email', 'accounts_phone']) expect(text).toContain(index);
  });
});
