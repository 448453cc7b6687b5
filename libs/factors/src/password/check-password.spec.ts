import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account, LoginReading } from '@blitz/accounts';
import { FakeAccounts, FakePasswordHashes, FakePasswords, FakeTrustedBrowsers } from '@blitz/accounts/fakes';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { DomainError } from '@blitz/kernel';
import { CheckPassword, type Credentials } from './check-password.ts';
import { noFailures, PasswordAttempts, type AttemptVerdict } from './password-attempts.ts';

const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation' };
const limits = { total: 10, blockMs: 900_000, freeTries: 3, delayMs: 1_000, longestMs: 60_000 };
const right = 'correct horse';
const reading: LoginReading = { searchable: () => true, normalised: (_attribute, text) => text };

/** Every budget holds a few attempts; what each was called with is remembered. */
class CountedAttempts extends PasswordAttempts {
  readonly spent = new Map<string, number>();
  readonly forgotten: string[] = [];
  most = 1000;

  claim(budget: string, now: number): Promise<AttemptVerdict> {
    const spent = this.spent.get(budget) ?? 0;
    if (spent >= this.most) return Promise.resolve({ kind: 'blocked', until: now + 1 });
    this.spent.set(budget, spent + 1);
    return Promise.resolve({ kind: 'granted' });
  }

  giveBack(budget: string): Promise<void> {
    this.spent.set(budget, (this.spent.get(budget) ?? 0) - 1);
    return Promise.resolve();
  }

  forget(budget: string): Promise<void> {
    this.forgotten.push(budget);
    this.spent.delete(budget);
    return Promise.resolve();
  }

  look(): Promise<typeof noFailures> {
    return Promise.resolve(noFailures);
  }

  forgetAll(): Promise<typeof noFailures> {
    return Promise.resolve(noFailures);
  }
}

/** Counts the work that is done for whoever asks. */
class CountedHashes extends FakePasswordHashes {
  checks = 0;
  hashes = 0;
  busy = false;

  override hash(password: string): Promise<string> {
    this.hashes += 1;
    return this.busy ? Promise.reject(new DomainError('hashing_busy')) : super.hash(password);
  }

  override check(hash: string | undefined, password: string): ReturnType<FakePasswordHashes['check']> {
    this.checks += 1;
    return super.check(hash, password);
  }
}

const accounts = { current: new FakeAccounts() };
let passwords: FakePasswords;
let hashes: CountedHashes;
let attempts: CountedAttempts;
let audit: FakeAuditTrail;
let ada: Account;
let check: (login: unknown, password: unknown, known?: Credentials['known']) => ReturnType<CheckPassword['execute']>;

beforeEach(async () => {
  const directory = (accounts.current = new FakeAccounts());
  passwords = new FakePasswords(directory, new FakeTrustedBrowsers(directory));
  [hashes, attempts, audit] = [new CountedHashes(), new CountedAttempts(), new FakeAuditTrail()];
  ada = await directory.create({ login: 'ada', attributes: { email: 'ada@example.org', phone_number: '+79161234567' } });
  await passwords.saveHash(ada.sub, `new:${right}`);
  const stores = { accounts: directory, passwords, hashes };
  const clock = { now: () => 1_800_000_000_000 };
  const checkPassword = new CheckPassword(stores, attempts, { limits: () => limits, loginReading: () => reading }, clock, audit);
  check = (login, password, known) =>
    checkPassword.execute({ login, password, origin, ...(known === undefined ? {} : { known }) });
});

describe('the right password', () => {
  it.each(['ada', ' ADA ', 'ada@example.org', '+7 916 123-45-67'])('opens the account that is meant by %j', async (login) => {
    expect(await check(login, right)).toMatchObject({ kind: 'right', account: { sub: ada.sub } });
    expect(audit.types()).toEqual(['password_right']);
  });

  it('forgets the wrong ones before it', async () => {
    await check('ada', 'wrong');
    await check('ada', right);
    expect(attempts.spent.size).toBe(0);
  });

  it('is hashed anew when the parameters changed', async () => {
    await passwords.saveHash(ada.sub, `old:${right}`);
    expect((await check('ada', right)).kind).toBe('right');
    expect(await passwords.findHash(ada.sub)).toBe(`new:${right}`);
    await check('ada', right);
    expect(hashes.hashes).toBe(1);
  });

  it('stays right when there is no time to hash it anew', async () => {
    await passwords.saveHash(ada.sub, `old:${right}`);
    hashes.busy = true;
    expect((await check('ada', right)).kind).toBe('right');
    expect(await passwords.findHash(ada.sub)).toBe(`old:${right}`);
  });

  it('hashed anew does not bring itself back over a password that was changed meanwhile', async () => {
    await passwords.saveHash(ada.sub, `old:${right}`);
    const work = hashes.hash.bind(hashes);
    hashes.hash = async (password) => {
      await passwords.saveHash(ada.sub, 'new:another');
      return work(password);
    };
    await check('ada', right);
    expect(await passwords.findHash(ada.sub)).toBe('new:another');
  });
});

describe('R18 a stranger learns nothing', () => {
  const asks = async (login: string, password: string): Promise<unknown> => {
    const [checks, spent] = [hashes.checks, [...attempts.spent.values()].reduce((sum, each) => sum + each, 0)];
    const answer = await check(login, password);
    const after = [...attempts.spent.values()].reduce((sum, each) => sum + each, 0);
    return { answer, checks: hashes.checks - checks, counted: after - spent };
  };

  it('whether the account exists: the same answer, the same work, the same count', async () => {
    const stranger = await asks('nobody', right);
    expect(stranger).toEqual({ answer: { kind: 'wrong' }, checks: 1, counted: 1 });
    expect(await asks('ada', 'wrong')).toEqual(stranger);
  });

  it('whether it is locked, not even with the right password', async () => {
    const stranger = await asks('nobody', right);
    await accounts.current.setLocked(ada.sub, true);
    expect(await asks('ada', right)).toEqual(stranger);
    await accounts.current.setLocked(ada.sub, false);
    await accounts.current.setPasswordLocked(ada.sub, true);
    expect(await asks('ada', right)).toEqual(stranger);
    expect(audit.types()).not.toContain('password_right');
  });

  it('whether it has a password', async () => {
    await accounts.current.create({ login: 'bob' });
    expect(await asks('bob', right)).toEqual(await asks('nobody', right));
  });

  it('a name that is nobody’s is blocked like anybody’s', async () => {
    attempts.most = 2;
    for (const login of ['ada', 'nobody']) {
      const kinds = [];
      for (let count = 0; count < 4; count += 1) kinds.push((await check(login, 'wrong')).kind);
      expect(kinds).toEqual(['wrong', 'wrong', 'blocked', 'blocked']);
    }
  });
});

describe('the budget of guesses', () => {
  it('is counted before the password is looked at; while blocked nothing is, not even the right one', async () => {
    attempts.most = 0;
    expect(await check('ada', right)).toMatchObject({ kind: 'blocked' });
    expect(hashes.checks).toBe(0);
    expect(audit.events).toMatchObject([{ type: 'password_blocked', details: { until: 1_800_000_000_001 } }]);
  });

  it('tells the journal a short wait from a block', async () => {
    attempts.claim = (_budget, now) => Promise.resolve({ kind: 'waiting', until: now + 1_000 });
    expect(await check('ada', right)).toMatchObject({ kind: 'waiting' });
    expect(audit.events).toMatchObject([{ type: 'password_waits', details: { until: 1_800_000_001_000 } }]);
  });

  it.each(['ada', 'nobody'])('is given back to %s when hashing is too busy to look, so that a flood blocks nobody', async (login) => {
    attempts.most = 3;
    const look = hashes.check.bind(hashes);
    hashes.check = () => Promise.reject(new DomainError('hashing_busy'));
    for (let count = 0; count < 10; count += 1) {
      await expect(check(login, right)).rejects.toMatchObject({ code: 'hashing_busy' });
    }
    expect([...attempts.spent.values()]).toEqual([0]);
    hashes.check = look;
    expect((await check(login, right)).kind).toBe(login === 'ada' ? 'right' : 'wrong');
  });

  it.each<[string, Error]>([
    ['the work itself fails', new Error('out of memory')],
    ['it is refused in another way', new DomainError('password_invalid')],
  ])('stays counted when %s: the password may have been looked at', async (_name, error) => {
    hashes.check = () => Promise.reject(error);
    await expect(check('ada', right)).rejects.toBe(error);
    expect([...attempts.spent.values()]).toEqual([1]);
  });

  it('stays forgotten, not given back, when a right password can’t be hashed anew', async () => {
    await passwords.saveHash(ada.sub, `old:${right}`);
    hashes.busy = true;
    await check('ada', right);
    expect([attempts.spent.size, attempts.forgotten.length]).toEqual([0, 1]);
  });

  it('is one, however the login is written', async () => {
    for (const login of ['ada', 'ADA', ' ada\n', 'ａｄａ']) await check(login, 'wrong');
    expect([...attempts.spent.values()]).toEqual([4]);
  });

  it('is one, however the telephone number is written', async () => {
    for (const login of ['+79161234567', '+7 916 123 45 67', '+7 (916) 123-45-67', '+7-916-1234567', '+٧٩١٦١٢٣٤٥٦٧']) {
      expect((await check(login, 'wrong')).kind).toBe('wrong');
    }
    expect([...attempts.spent.values()]).toEqual([5]);
  });

  it('does not hold the login in the clear', async () => {
    await check('ada', 'wrong');
    expect([...attempts.spent.keys()].join()).toMatch(/^[\w-]{43}$/);
  });

  it('a browser that got in before has its own: a stranger’s guesses do not keep the person out', async () => {
    attempts.most = 3;
    for (let count = 0; count < 5; count += 1) await check('ada', 'wrong');
    expect((await check('ada', right)).kind).toBe('blocked');
    expect((await check('ada', right, { sub: ada.sub, browser: 'hers' })).kind).toBe('right');
    expect(attempts.forgotten).toHaveLength(1);
  });

  it('and each such browser is held to it', async () => {
    attempts.most = 2;
    const kinds = [];
    for (let count = 0; count < 3; count += 1) kinds.push((await check('ada', 'wrong', { sub: ada.sub, browser: 'hers' })).kind);
    expect(kinds).toEqual(['wrong', 'wrong', 'blocked']);
  });

  it('a browser known for another account, or for one that does not exist, is a stranger’s', async () => {
    await check('ada', 'wrong');
    await check('ada', 'wrong', { sub: 'another', browser: 'eve' });
    await check('nobody', 'wrong', { sub: ada.sub, browser: 'hers' });
    await check('nobody', 'wrong');
    expect([...attempts.spent.values()]).toEqual([2, 2]);
  });
});

describe('R19 what can’t be a login and a password', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, undefined],
    ['no login', '', right],
    ['only spaces', '   ', right],
    ['no password', 'ada', ''],
    ['null', null, null],
    ['lists', ['ada'], [right]],
    ['objects', { login: 'ada' }, { password: right }],
    ['numbers', 1, 2],
    ['a login with a null byte', 'a\0da', right],
    ['a login of a megabyte', 'a'.repeat(1_000_000), right],
    ['a password of a megabyte', 'ada', 'a'.repeat(1_000_000)],
  ])('%s: costs nothing and no work', async (_name, login, password) => {
    expect(await check(login, password)).toEqual({ kind: 'empty' });
    expect([hashes.checks, attempts.spent.size, audit.events.length]).toEqual([0, 0, 0]);
  });
});

it('no event holds a password or the login that was typed', async () => {
  for (const login of ['ada', 'nobody@example.org']) await check(login, 'Tr0ub4dor');
  await check('ada', right);
  expect(JSON.stringify(audit.events)).not.toMatch(/Tr0ub4dor|nobody|correct horse/);
  expect(audit.types()).toEqual(['password_wrong', 'password_wrong', 'password_right']);
});
