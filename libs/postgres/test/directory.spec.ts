import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readNewAccount, readSearch, searchWords, type Account, type Attributes, type FoundAccounts, type SearchPosition } from '@blitz/accounts';
import { newId, SystemClock } from '@blitz/kernel';
import { candidatesStatement } from '../src/directory/search-statement.ts';
import { PostgresAccounts, PostgresDirectory, PostgresDirectoryAttributes, PostgresTrustedBrowsers } from '../src/index.ts';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.ts';

let opened: MigratedDatabase;
beforeAll(async () => {
  opened = await migratedDatabase();
});
afterAll(() => opened.close());

const clock = new SystemClock();
const accounts = (): PostgresAccounts => new PostgresAccounts(opened.database);
const directory = (): PostgresDirectory => new PostgresDirectory(opened.database, clock);
const plain = { unique: [], country: 'RU' };
const careful = { unique: ['email', 'phone_number', 'badge'], country: 'RU' };
const someone = (): string => `u-${newId().toLowerCase()}`;
const make = (attributes: Attributes = {}, login = someone()): Account => readNewAccount({ login, attributes });
const looks = (asked: string, more: { after?: SearchPosition; limit?: number } = {}): Promise<FoundAccounts> =>
  directory().search({ terms: readSearch(asked, 'RU'), limit: 50, ...more });
const finds = async (asked: string): Promise<readonly string[]> => (await looks(asked)).items.map(({ account }) => account.login);

/** All of a search, page by page. */
async function pages(asked: string, limit: number): Promise<readonly string[]> {
  const subs: string[] = [];
  let after: SearchPosition | undefined;
  do {
    const { items, next } = await looks(asked, { limit, ...(after === undefined ? {} : { after }) });
    subs.push(...items.map(({ account }) => account.sub));
    after = next;
  } while (after !== undefined);
  return subs;
}

describe('a search of the directory', () => {
  it('finds people by login, names in any order, address, and number', async () => {
    const login = `z${someone()}`;
    await directory().create(make({ name: 'Мария Склодовская-Кюри', email: 'Marie@Sorbonne.example', phone_number: '+79165550011' }, login), plain);
    for (const asked of [login.toUpperCase(), 'кюри мар', 'marie@s', '8 916 555-00-11', '5550011', '0011', '7916555']) expect(await finds(asked)).toContain(login);
    for (const asked of ['кюри пьер', 'sorbonne', '0012', '%', "' or 1=1 --"]) expect(await finds(asked)).not.toContain(login);
  });

  it('shows everybody once, however many words fit, page by page', async () => {
    const made = await Promise.all(Array.from({ length: 23 }, (_each, index) => directory().create(make({ name: `Quent Quentin Q${String(index)}` }, `quen-${String(index)}-${newId()}`.toLowerCase()), plain)));
    for (const limit of [1, 7, 22, 23, 24]) {
      const subs = await pages('quen', limit);
      expect([...subs].sort()).toEqual(made.map(({ account }) => account.sub).sort());
    }
    expect(await pages('q1 quentin', 3)).toHaveLength(11);
  });

  it('goes on although hundreds were looked at in vain', async () => {
    const rows = Array.from({ length: 1_500 }, (_each, index) => ({ sub: crypto.randomUUID(), login: `vain-${String(index)}`, attributes: { name: index === 1_499 ? 'Vaino Zwei' : `Vaino ${index % 2 === 0 ? 'Eins' : 'Zwo'}` } }));
    await opened.database.query('INSERT INTO accounts (sub, login, attributes) SELECT * FROM jsonb_to_recordset($1) AS each (sub uuid, login text, attributes jsonb)', [JSON.stringify(rows)]);
    while ((await directory().index(700, 'RU')) > 0);
    expect(await finds('vaino zwei')).toEqual(['vain-1499']);
    expect(await finds('vaino drei')).toEqual([]);
    expect((await pages('vaino zw', 200)).length).toBe(750);
  });

  it('follows a change of the attributes, by whichever door', async () => {
    const { account, version } = await directory().create(make({ name: 'Ottoline Before' }), plain);
    await directory().change({ ...account, attributes: { name: 'Ottoline Between' }, expectedVersion: version }, plain);
    expect([await finds('ottoline before'), await finds('ottoline between')]).toEqual([[], [account.login]]);
    await accounts().saveAttributes(account.sub, { name: 'Ottoline After' });
    expect([await finds('ottoline between'), await finds('ottoline after')]).toEqual([[], [account.login]]);
    await opened.database.query('DELETE FROM accounts WHERE sub = $1', [account.sub]);
    expect(await opened.database.query('SELECT word FROM account_words WHERE sub = $1', [account.sub])).toEqual([]);
  });

  it('lists by login when nothing is asked for', async () => {
    const first = await directory().list({ limit: 3 });
    const rest = await directory().list({ limit: 2, after: first[0]?.account.login ?? '' });
    expect(rest.map(({ account }) => account.sub)).toEqual(first.slice(1).map(({ account }) => account.sub));
  });

  it('begins where its words begin and reads no more than a page, with any number of accounts', async () => {
    const rows = Array.from({ length: 20_000 }, (_each, index) => `plan-${String(index).padStart(5, '0')}`);
    await opened.database.query('INSERT INTO account_words (word, sub) SELECT word, gen_random_uuid() FROM unnest($1::text[]) AS word', [rows]);
    await opened.database.query('ANALYZE account_words');
    for (const after of [undefined, { word: 'plan-18000', sub: '00000000-0000-4000-8000-000000000000' }]) {
      const { text, parameters } = candidatesStatement([['plan-18']], 0, after, 50);
      const plan = await opened.database.query<Record<string, string>[]>(`EXPLAIN (ANALYZE, BUFFERS, COSTS off, TIMING off) ${text}`, parameters);
      const lines = plan.map((line) => line['QUERY PLAN'] ?? '');
      const scan = lines.findIndex((line) => line.includes('Index Only Scan using account_words_pkey'));
      const pages = /Buffers: (?:shared )?(.*)/.exec(lines.slice(scan).find((line) => line.includes('Buffers')) ?? '')?.[1] ?? '';
      const read = [...pages.matchAll(/(?:hit|read)=(\d+)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
      expect(scan).toBeGreaterThanOrEqual(0);
      expect(read).toBeLessThan(60);
    }
  });
});

describe('accounts of a service of the version before', () => {
  it('get the very words that a new one gets, by any number of consoles at once', async () => {
    const attributes = { name: 'Ёлка Old', phone_number: '8 916 777-00-22' };
    const subs = await Promise.all(Array.from({ length: 12 }, async () => {
      const sub = crypto.randomUUID();
      await opened.database.query('INSERT INTO accounts (sub, login, attributes) VALUES ($1, $2, $3)', [sub, someone(), JSON.stringify(attributes)]);
      return sub;
    }));
    const index = async (): Promise<void> => { while ((await directory().index(3, 'RU')) > 0); };
    await Promise.all([index(), index(), index()]);
    for (const sub of subs) {
      const account = await accounts().get(sub);
      const kept = await opened.database.query<{ word: string }[]>('SELECT word FROM account_words WHERE sub = $1', [sub]);
      expect(kept.map(({ word }) => word).sort()).toEqual([...searchWords(account, 'RU')].sort());
    }
  });

  it('are looked at again when it changes them', async () => {
    const { account } = await directory().create(make({ name: 'Wanda Erst' }), plain);
    await opened.database.query('UPDATE accounts SET attributes = $2 WHERE sub = $1', [account.sub, JSON.stringify({ name: 'Wanda Zweit' })]);
    while ((await directory().index(100, 'RU')) > 0);
    expect([await finds('wanda erst'), await finds('wanda zweit')]).toEqual([[], [account.login]]);
  });
});

describe('a version', () => {
  it('grows with every change, by whichever door, and with nothing else', async () => {
    const { account: { sub }, version } = await directory().create(make(), plain);
    const now = async (): Promise<number> => ((await directory().find(sub))?.version ?? 0) - version;
    await accounts().requireFactor(sub, 2);
    await accounts().requireFactor(sub, 2);
    await accounts().setLocked(sub, true);
    await accounts().setPasswordLocked(sub, true);
    await accounts().saveAttributes(sub, { name: 'Other' });
    expect(await now()).toBe(4);
    await new PostgresTrustedBrowsers(opened.database).revokeAll(sub, clock.now());
    await directory().index(100, 'RU');
    expect(await now()).toBe(4);
  });

  it('lets one of many who looked at the same change the account, and shows the others what stands there', async () => {
    const { account, version } = await directory().create(make(), plain);
    const tries = Array.from({ length: 8 }, (_each, index) => directory().change({ ...account, attributes: { name: `N${String(index)}` }, expectedVersion: version }, plain));
    const done = await Promise.allSettled(tries);
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(7);
    const current = await directory().find(account.sub);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'account_changed', current });
  });

  it('is not changed with an account that does not exist', async () => {
    const nobody = { sub: '00000000-0000-4000-8000-000000000000', attributes: {}, requiredFactor: null, expectedVersion: 1 };
    await expect(directory().change(nobody, plain)).rejects.toThrow('account_unknown');
    await expect(directory().change({ ...nobody, sub: "'" }, plain)).rejects.toThrow('account_unknown');
  });
});

describe('another telephone', () => {
  it('ends the trust that the old one earned, and another name does not', async () => {
    const browsers = new PostgresTrustedBrowsers(opened.database);
    const { account, version } = await directory().create(make({ phone_number: '+79161110000' }), plain);
    const now = clock.now();
    await browsers.remember({ id: newId(), sub: account.sub, createdAt: now, lastUsedAt: now, expiresAt: now + 9e6, userAgent: 'x', address: '::1' }, newId(), now);
    const named = await directory().change({ ...account, attributes: { ...account.attributes, name: 'Ada' }, expectedVersion: version }, plain);
    expect(await browsers.list(account.sub, now)).toHaveLength(1);
    await directory().change({ ...account, attributes: { phone_number: '+79161110001' }, expectedVersion: named.version }, plain);
    expect(await browsers.list(account.sub, now)).toEqual([]);
  });
});

describe('values that no two accounts may share', () => {
  it.each([
    ['email', 'Twin@Example.org', 'TWIN@example.ORG'],
    ['phone_number', '+7 916 222 00 33', '+79162220033'],
    ['badge', 'B-17', 'B-17'],
  ])('%s: of many who want it at once one gets it', async (name, first, second) => {
    const tries = Array.from({ length: 10 }, (_each, index) => directory().create(make({ [name]: index % 2 === 0 ? first : second }), careful));
    const refused = (await Promise.allSettled(tries)).flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'account_refused', faults: [{ field: `attributes/${name}`, rule: 'taken' }] });
    const { account, version } = await directory().create(make({ name: 'Other' }), careful);
    await expect(directory().change({ ...account, attributes: { [name]: second }, expectedVersion: version }, careful)).rejects.toThrow('account_refused');
  });

  it('may stay with whom they are, and are warned about where nobody forbids them', async () => {
    const attributes = { email: `${newId()}@example.org`, phone_number: '+79163330044' };
    const { account, version } = await directory().create(make(attributes), careful);
    expect(await directory().sharedKeys(account)).toEqual([]);
    const changed = await directory().change({ ...account, attributes: { ...attributes, name: 'Ada' }, expectedVersion: version }, careful);
    const twin = await directory().create(make(attributes), plain);
    expect(await directory().sharedKeys(twin.account)).toEqual(['email', 'phone_number']);
    expect(await directory().sharedKeys(changed.account)).toEqual(['email', 'phone_number']);
  });

  it('a login is given once, to one of many', async () => {
    const login = someone();
    const done = await Promise.allSettled(Array.from({ length: 6 }, () => directory().create(make({}, login), careful)));
    const refused = done.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused).toHaveLength(5);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'account_refused', faults: [{ field: 'login', rule: 'taken' }] });
  });
});

describe('accounts with a valid number', () => {
  it('are counted by attribute, once a minute', async () => {
    let now = clock.now();
    const counting = new PostgresDirectoryAttributes(opened.database, { now: () => now });
    const attribute = `mobile_${newId().toLowerCase()}`.slice(0, 40);
    expect(await counting.countNumbers(attribute)).toBe(0);
    for (const value of ['+79164440001', '8 916 444-00-02', '12', '']) await directory().create(make({ [attribute]: value }), plain);
    expect(await counting.countNumbers(attribute)).toBe(0);
    now += 60_000;
    expect(await counting.countNumbers(attribute)).toBe(2);
  });
});
