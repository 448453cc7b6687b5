import { describe, expect, it } from '@jest/globals';
import { newId } from '@blitz/kernel';
import type { Accounts } from '../account/accounts.ts';

/** What every directory does; run by the fake and by the adapter. */
export function accountsContract(open: () => Accounts): void {
  describe('a directory of accounts', () => {
    keepsAccounts(open);
    findsAccounts(open);
    refusesAccounts(open);
  });
}

function keepsAccounts(open: () => Accounts): void {
  it('gives a new account a sub, and nothing that was not asked for', async () => {
    const login = someone();
    const account = await open().create({ login });
    expect(account).toEqual({
      sub: expect.stringMatching(/^[0-9a-f-]{36}$/),
      login,
      attributes: {},
      requiredFactor: null,
      passwordLocked: false,
      locked: false,
    });
    expect(await open().find(account.sub)).toEqual(account);
    expect(await open().get(account.sub)).toEqual(account);
  });

  it('keeps attributes of any script as they are', async () => {
    const attributes = { name: 'Ада Лавлейс 🙂', city: 'São Paulo', 'x.y:z-1': "'; drop table accounts; --", empty: '' };
    const { sub } = await open().create({ login: someone(), attributes, requiredFactor: 2 });
    expect(await open().get(sub)).toMatchObject({ attributes, requiredFactor: 2 });
  });

  it('remembers what an account is asked for, and that it is locked', async () => {
    const { sub } = await open().create({ login: someone() });
    await open().requireFactor(sub, 2);
    await open().setLocked(sub, true);
    await open().setPasswordLocked(sub, true);
    expect(await open().get(sub)).toMatchObject({ requiredFactor: 2, locked: true, passwordLocked: true });
    await open().requireFactor(sub, null);
    await open().setLocked(sub, false);
    expect(await open().get(sub)).toMatchObject({ requiredFactor: null, locked: false, passwordLocked: true });
  });
}

function findsAccounts(open: () => Accounts): void {
  it('finds an account by its login, however it is typed', async () => {
    const tail = newId().toLowerCase();
    const { sub } = await open().create({ login: `Ада.Léa-${tail}` });
    for (const typed of [`ада.léa-${tail}`, ` АДА.LÉA-${tail.toUpperCase()}\t`, `Ада.Le\u0301a-${tail}`]) {
      expect((await open().findByLogin(typed))?.sub).toBe(sub);
    }
    expect(await open().findByLogin(`ада.lea-${tail}`)).toBeUndefined();
  });

  it('finds an account by e-mail address and telephone number, if they are its own alone', async () => {
    const email = `${newId()}@Example.org`.toLowerCase();
    const phone = aNumber();
    const attributes = { email: email.toUpperCase(), phone_number: phone };
    const { sub } = await open().create({ login: someone(), attributes });
    expect((await open().findByLogin(email))?.sub).toBe(sub);
    expect((await open().findByLogin(`${phone.slice(0, 5)} ${phone.slice(5, 8)}-${phone.slice(8)}`))?.sub).toBe(sub);
    const twin = await open().create({ login: someone(), attributes });
    expect(await open().findByLogin(email)).toBeUndefined();
    expect(await open().findByLogin(phone)).toBeUndefined();
    await open().saveAttributes(twin.sub, {});
    expect((await open().findByLogin(email))?.sub).toBe(sub);
  });

  it('lets a login win over an address that somebody else wrote into their attributes', async () => {
    const login = `${newId()}@example.org`.toLowerCase();
    const { sub } = await open().create({ login });
    await open().create({ login: someone(), attributes: { email: login } });
    expect((await open().findByLogin(login))?.sub).toBe(sub);
  });

  it('finds nobody by what can be no login', async () => {
    for (const typed of ['', ' ', '\0', 'a\0b', '\uD800', 'x'.repeat(100_000), "' or 1=1 --", '%', '+', '٤']) {
      expect(await open().findByLogin(typed)).toBeUndefined();
    }
    for (const sub of ['', 'none', '\0', "'", '00000000-0000-4000-8000-000000000000']) {
      expect(await open().find(sub)).toBeUndefined();
      await expect(open().get(sub)).rejects.toThrow('account_unknown');
    }
  });
}

function refusesAccounts(open: () => Accounts): void {
  it('refuses logins and attributes that can not be kept, before the database does', async () => {
    for (const login of ['', '  ', 'a\0', 'a\uDFFFb', 'a\u202Eb', 'x'.repeat(255)]) {
      await expect(open().create({ login })).rejects.toThrow('login_invalid');
    }
    const { sub } = await open().create({ login: someone() });
    const bad: unknown[] = [{ a: '\0' }, { a: '\uD800' }, { 'a b': '' }, { ['__proto__']: '' }, { constructor: '' }];
    for (const attributes of [...bad, { a: 1 }, ['a'], null, { a: 'x'.repeat(1025) }] as Record<string, string>[]) {
      await expect(open().saveAttributes(sub, attributes)).rejects.toThrow('attributes_invalid');
    }
  });

  it('gives a login to exactly one of many who want it at once', async () => {
    const login = someone();
    const tries = Array.from({ length: 12 }, (_, i) => open().create({ login: i % 2 === 0 ? login : login.toUpperCase() }));
    const done = await Promise.allSettled(tries);
    const refused = done.filter((each) => each.status === 'rejected');
    expect(refused.map((each) => (each.reason as Error).message)).toEqual(Array(11).fill('login_taken'));
  });

  it('refuses a sub that is no UUID, or that is somebody else’s', async () => {
    await expect(open().create({ login: someone(), sub: 'ada' })).rejects.toThrow('account_invalid');
    const { sub } = await open().create({ login: someone() });
    await expect(open().create({ login: someone(), sub })).rejects.toThrow('account_invalid');
  });

  it('says so when the account to change does not exist', async () => {
    for (const nobody of ['00000000-0000-4000-8000-000000000000', 'none']) {
      await expect(open().saveAttributes(nobody, {})).rejects.toThrow('account_unknown');
      await expect(open().requireFactor(nobody, 1)).rejects.toThrow('account_unknown');
      await expect(open().setLocked(nobody, true)).rejects.toThrow('account_unknown');
      await expect(open().setPasswordLocked(nobody, true)).rejects.toThrow('account_unknown');
    }
  });
}

function someone(): string {
  return `u-${newId().toLowerCase()}`;
}

/** A valid Russian mobile number that no other test has. */
function aNumber(): string {
  const digits = [...Buffer.from(newId())].map((byte) => byte % 10).join('');
  return `+7916${digits.slice(0, 7)}`;
}
