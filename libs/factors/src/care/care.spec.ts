import { describe, expect, it } from '@jest/globals';
import { AllowCare, ChangePassword, RevokeBrowsers, Sessions, type Session } from '@blitz/accounts';
import { FakeAccounts, FakeAdministrators, FakePasswordHashes, FakePasswords, FakeTrustedBrowsers } from '@blitz/accounts/fakes';
import { RecordDeed } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { FakeChallenges, FakeLogins } from '../fakes/index.ts';
import { noFailures, PasswordAttempts, type PasswordStanding } from '../password/password-attempts.ts';
import { ReadSecurity } from './read-security.ts';
import { ResetFlashCall } from './reset-flash-call.ts';
import { ResetPassword } from './reset-password.ts';
import { UnblockMethod } from './unblock-method.ts';

const now = 1_800_000_000_000;
const clock = { now: () => now };
const limits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const carer = { actor: { id: 'ops', kind: 'program', address: '192.0.2.1', userAgent: 'curl', correlationId: 'c-1' }, privileges: ['w_user'] } as const;

class BlockedAttempts extends PasswordAttempts {
  readonly forgotten: string[] = [];
  claim = (): Promise<never> => Promise.reject(new Error('nobody types here'));
  giveBack = (): Promise<void> => Promise.resolve();
  forget = (): Promise<void> => Promise.resolve();
  look = (): Promise<PasswordStanding> => Promise.resolve({ ...noFailures, failures: 10, blockedUntil: now + 60_000 });
  forgetAll(sub: string): Promise<PasswordStanding> {
    this.forgotten.push(sub);
    return this.look();
  }
}

class CountedSessions extends Sessions {
  readonly ended: string[] = [];
  list = (): Promise<readonly Session[]> => Promise.resolve([]);
  end = (): Promise<boolean> => Promise.resolve(false);
  endAll(sub: string): Promise<number> {
    this.ended.push(sub);
    return Promise.resolve(2);
  }
}

async function given() {
  const [accounts, audit, logins] = [new FakeAccounts(), new FakeAuditTrail(), new FakeLogins()];
  const administrators = new FakeAdministrators(accounts);
  const browsers = new FakeTrustedBrowsers(accounts);
  const passwords = new FakePasswords(accounts, browsers);
  const [challenges, attempts, sessions] = [new FakeChallenges(logins), new BlockedAttempts(), new CountedSessions()];
  const [allow, deeds] = [new AllowCare(accounts, administrators), new RecordDeed(audit, clock)];
  const ada = await accounts.create({ login: 'ada', attributes: { phone_number: '+79161234567' } });
  const hashes = new FakePasswordHashes();
  const setting = { level: 2 as const, passwordTotal: 10, callOffered: true, limits, phoneAttribute: 'phone_number', defaultCountry: 'RU' };
  const settings = { read: () => Promise.resolve(setting) };
  return {
    ...{ ada: ada.sub, accounts, administrators, audit, challenges, attempts, sessions, passwords, hashes },
    unblock: new UnblockMethod(allow, { challenges, attempts }, deeds, clock),
    resetPassword: new ResetPassword(allow, { changePassword: new ChangePassword(passwords, hashes, clock), sessions, attempts }, deeds, clock),
    resetCall: new ResetFlashCall(allow, challenges, new RevokeBrowsers(browsers, clock, audit), deeds, clock),
    security: new ReadSecurity({ accounts, administrators, passwords, attempts, challenges }, settings, clock),
  };
}

describe('how an account stands', () => {
  it('is told with the number masked, and the stricter of both levels', async () => {
    const { ada, accounts, security } = await given();
    await accounts.requireFactor(ada, 1);
    expect(await security.execute(ada)).toMatchObject({
      isAdministrator: false,
      effectiveLevel: 2,
      password: { setAt: undefined, failures: 10, total: 10, blockedUntil: now + 60_000 },
      call: { offered: true, number: '+7 ··· ··· 45 67', spent: 0, total: 10, blockedUntil: 0, state: undefined, nextCallAt: 0 },
    });
  });

  it('R15 without a valid number says so', async () => {
    const { ada, accounts, security } = await given();
    await accounts.saveAttributes(ada, { phone_number: '12' });
    expect((await security.execute(ada)).call.number).toBeUndefined();
  });
});

describe('a new password', () => {
  it('is drawn, told once, and in the journal nowhere; everything that the old one opened is over', async () => {
    const { ada, audit, passwords, hashes, sessions, attempts, resetPassword } = await given();
    const drawn = await resetPassword.execute(ada, undefined, carer);
    expect(drawn).toMatch(/^(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(await hashes.check(await passwords.findHash(ada), drawn)).toMatchObject({ right: true });
    expect([sessions.ended, attempts.forgotten]).toEqual([[ada], [ada]]);
    expect(JSON.stringify([audit.events, passwords.audit.events])).not.toContain(drawn);
    expect(audit.events.at(-1)).toMatchObject({ type: 'administration', sub: ada, details: { deed: 'password_reset', actor: 'ops' } });
  });

  it('is never the same twice', async () => {
    const { ada, resetPassword } = await given();
    const drawn = new Set<string>();
    for (let times = 0; times < 20; times += 1) drawn.add(await resetPassword.execute(ada, undefined, carer));
    expect(drawn.size).toBe(20);
  });

  it('that is no password changes nothing', async () => {
    const { ada, audit, sessions, resetPassword } = await given();
    await expect(resetPassword.execute(ada, 'short', carer)).rejects.toThrow('password_too_short');
    expect([sessions.ended, audit.events]).toEqual([[], []]);
  });
});

describe('each deed', () => {
  it('stands in the journal with what was before', async () => {
    const { ada, audit, unblock, resetCall } = await given();
    await unblock.execute(ada, 'password', carer);
    await unblock.execute(ada, 'flashCall', carer);
    await resetCall.execute(ada, carer);
    const changes = audit.events.filter(({ type }) => type === 'administration').map(({ details }) => details);
    expect(changes).toMatchObject([
      { deed: 'password_unblocked', change: { attempts: { before: 10, after: 0 }, blocked_until: { before: new Date(now + 60_000).toISOString() } } },
      { deed: 'call_unblocked' },
      { deed: 'call_reset' },
    ]);
  });

  it('is refused for an administrator’s account to those who appoint none, and nothing happens', async () => {
    const { ada, administrators, audit, attempts, sessions, unblock, resetPassword, resetCall } = await given();
    await administrators.save({ sub: ada, roles: ['support'], expectedVersion: 0, at: now });
    const deeds = [
      () => unblock.execute(ada, 'password', carer),
      () => unblock.execute(ada, 'flashCall', carer),
      () => resetPassword.execute(ada, undefined, carer),
      () => resetCall.execute(ada, carer),
    ];
    for (const deed of deeds) await expect(deed()).rejects.toThrow('administrator_protected');
    expect([audit.events, attempts.forgotten, sessions.ended]).toEqual([[], [], []]);
    for (const deed of [unblock.execute(ada, 'password', { ...carer, privileges: ['w_user', 'w_admin'] })]) await deed;
    expect(attempts.forgotten).toEqual([ada]);
  });
});
