import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { EntryLinkTags } from '@blitz/accounts';
import { Argon2PasswordHashes } from '@blitz/accounts/argon2';
import { deriveKey } from '@blitz/kernel';
import { openDatabase, PostgresAccounts, PostgresAdministrators, PostgresAuditEvents, PostgresEntryLinks, PostgresPasswords } from '@blitz/postgres';
import { freshDatabase, type FreshDatabase } from '@blitz/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';

// Each command is a process of its own.
jest.setTimeout(180_000);

const command = fileURLToPath(new URL('../dist/admin.js', import.meta.url));

interface Said {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

describe('the command for administrators', () => {
  let fresh: FreshDatabase;
  let database: DataSource;
  let env: Record<string, string>;
  const secret = randomBytes(48);
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await openDatabase(fresh.url);
    env = {
      PATH: process.env['PATH'] ?? '',
      BLITZ_DATABASE_URL: fresh.url,
      BLITZ_MASTER_KEY: randomBytes(32).toString('base64'),
      BLITZ_SECRET: secret.toString('base64'),
      BLITZ_CONSOLE_URL: 'https://id.example.org/blitz/console',
    };
  });
  afterAll(async () => {
    await database.destroy();
    await fresh.drop();
  });

  function types(args: readonly string[], variables = env): Promise<Said> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [command, ...args], { env: variables });
      const [out, err]: [string[], string[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
      child.once('close', (status) => resolve({ status, out: out.join(''), err: err.join('') }));
    });
  }

  const subOf = async (login: string): Promise<string> => (await new PostgresAccounts(database).findByLogin(login))?.sub ?? '';
  const rolesOf = async (login: string): Promise<readonly string[] | undefined> => (await new PostgresAdministrators(database).find(await subOf(login)))?.roles;
  const claims = async (out: string): Promise<string | undefined> => {
    const [, token = ''] = /https:\/\/id\.example\.org\/blitz\/console\/enter#(\S+)/.exec(out) ?? [];
    const tag = new EntryLinkTags(deriveKey(secret, 'entry links')).of(token) ?? '';
    return new PostgresEntryLinks(database).claim(tag, 0);
  };

  it('makes the first administrator: an account with a random password, all privileges, and a link that is good once', async () => {
    const { status, out, err } = await types(['create', '--login', 'Root', '--name', 'Ada Lovelace', '--phone', '8 (900) 000-12-34'.replace('8', '+7')]);
    expect([status, err]).toEqual([0, '']);
    const account = await new PostgresAccounts(database).findByLogin('root');
    expect(account).toMatchObject({ login: 'root', requiredFactor: 2, attributes: { name: 'Ada Lovelace', phone_number: '+79000001234' } });
    expect(await rolesOf('root')).toEqual(['root']);
    const [, password = ''] = /^Password +(\S+)/m.exec(out) ?? [];
    expect(password).toMatch(/^[\w-]{22}$/);
    const hash = await new PostgresPasswords(database).findHash(account?.sub ?? '');
    expect(await new Argon2PasswordHashes().check(hash, password)).toMatchObject({ right: true });
    expect([await claims(out), await claims(out)]).toEqual([account?.sub, undefined]);
  });

  it('leaves the last one with the role root, and says why', async () => {
    const { status, err } = await types(['remove', '--login', 'root']);
    expect([status, err]).toEqual([1, 'This is the last administrator with the role root, and stays: make another one first.\n']);
  });

  it('lets an account that is there already in, without touching its password, and takes roles away again', async () => {
    const { sub } = await new PostgresAccounts(database).create({ login: 'grace', attributes: { email: 'grace@example.org' } });
    await new PostgresPasswords(database).saveHash(sub, 'hers');
    const { status, out } = await types(['create', '--login', 'grace', '--role', 'support', '--role', 'sysadmin']);
    expect([status, await rolesOf('grace'), await new PostgresPasswords(database).findHash(sub)]).toEqual([0, ['sysadmin', 'support'], 'hers']);
    expect(out).not.toContain('Password');
    expect(await claims(out)).toBe(sub);
    expect((await types(['list'])).out).toMatch(/^grace +sysadmin support\nroot +root\n$/);
    expect((await types(['remove', '--login', 'grace'])).out).toBe('grace is no administrator any more. The account stays.\n');
    expect(await rolesOf('grace')).toBeUndefined();
  });

  it('makes another link for whoever is locked out, each a different one', async () => {
    const links = [await types(['link', '--login', 'root']), await types(['link', '--login', 'ROOT '])];
    expect(await Promise.all(links.map(({ out }) => claims(out)))).toEqual(Array(2).fill(await subOf('root')));
    expect(links[0]?.out).not.toBe(links[1]?.out);
  });

  it('writes all of it to the journal, and neither password, number nor link', async () => {
    const { out } = await types(['create', '--login', 'noted', '--phone', '+79000005678']);
    const sub = await subOf('noted');
    const events = await new PostgresAuditEvents(database).find({ sub });
    expect(events.map(({ details }) => [details?.['resource' as never], details?.['deed' as never], String(details?.['actor' as never]).split(':')[0]]).sort()).toEqual([
      ['account', 'created', 'command-line'],
      ['administrator', 'appointed', 'command-line'],
      ['entry_link', 'made', 'command-line'],
    ]);
    for (const secrets of [/Password +(\S+)/, /#(\S+)/]) expect(JSON.stringify(events)).not.toContain(secrets.exec(out)?.[1] ?? 'nothing was printed');
    expect(JSON.stringify(events)).not.toContain('9000005678');
  });

  it.each<[string, string[], RegExp]>([
    ['no login', ['create'], /^--login is missing/],
    ['a login that can be none', ['create', '--login', 'a\u202eb'], /^--login must be/],
    ['a role that there is not', ['create', '--login', 'x', '--role', 'king'], /^--role must be some of root, security/],
    ['a number without its country', ['create', '--login', 'x', '--phone', '12345'], /^--phone must be a telephone number with its country/],
    ['a name that can be none', ['create', '--login', 'x', '--name', 'a\u0007'], /^--name must be printable/],
    ['one who is one', ['create', '--login', 'root'], /^This is an administrator already/],
    ['details of an account that is there', ['create', '--login', 'grace', '--name', 'G'], /^There is an account grace already/],
    ['somebody’s e-mail address as a login', ['link', '--login', 'grace@example.org'], /is no administrator/],
    ['a link for nobody', ['link', '--login', 'nobody'], /^nobody is no administrator/],
    ['another word', ['destroy'], /^There is no destroy/],
    ['a word too many', ['list', 'all'], /^There is no all/],
    ['an option that there is not', ['list', '--all'], /--all/],
  ])('says what is wrong with %s, and does nothing', async (_what, args, words) => {
    const { status, out, err } = await types(args);
    expect([status, out, words.test(err) ? 'in words' : err]).toEqual([1, '', 'in words']);
    expect(await subOf('x')).toBe('');
  });

  it('does nothing when nobody could open the link', async () => {
    const { BLITZ_CONSOLE_URL: _, ...without } = env;
    const { status, err } = await types(['create', '--login', 'late'], without);
    expect([status, err, await subOf('late')]).toEqual([1, 'BLITZ_CONSOLE_URL is missing: where is blitz-console, as people see it?\n', '']);
  });

  it('of two at once makes one administrator', async () => {
    const both = await Promise.all([types(['create', '--login', 'twin']), types(['create', '--login', 'twin'])]);
    expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
    expect(await rolesOf('twin')).toEqual(['root']);
  });
});
