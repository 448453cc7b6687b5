import { describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Clock, type DomainError } from '@blitz/kernel';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakePasswordHashes } from '../fakes/fake-password-hashes.ts';
import { FakePasswords } from '../fakes/fake-passwords.ts';
import { FakeTrustedBrowsers } from '../fakes/fake-trusted-browsers.ts';
import { RecogniseBrowser } from '../trusted-browser/recognise-browser.ts';
import { TrustBrowser } from '../trusted-browser/trust-browser.ts';
import { ChangePassword } from './change-password.ts';

class StoppedClock extends Clock {
  at = 1_800_000_000_000;
  now(): number {
    return this.at;
  }
}

async function given() {
  const [clock, audit, accounts, hashes] = [new StoppedClock(), new FakeAuditTrail(), new FakeAccounts(), new FakePasswordHashes()];
  const browsers = new FakeTrustedBrowsers(accounts);
  const passwords = new FakePasswords(accounts, browsers, audit);
  const { sub } = await accounts.create({ login: 'ada' });
  return {
    ...{ clock, audit, sub, passwords, hashes },
    trust: new TrustBrowser(browsers, clock, audit),
    recognise: new RecogniseBrowser(browsers, clock, audit),
    change: new ChangePassword(passwords, hashes, clock),
  };
}

describe('a changed password', () => {
  it('is right from then on, however its letters are put together', async () => {
    const { change, passwords, hashes, sub } = await given();
    await change.execute(sub, 'pass-le\u0301a');
    expect(await hashes.check(await passwords.findHash(sub), 'pass-léa')).toMatchObject({ right: true });
  });

  it('security 21: leaves no browser trusted, not even one whose login was under way, and writes both down', async () => {
    const { change, trust, recognise, clock, audit, sub } = await given();
    const token = await trust.execute(sub, { ttlSec: 60 });
    const loginBegan = clock.now();
    clock.at += 1000;
    await change.execute(sub, 'correct horse', { address: '192.0.2.1' });
    expect(await recognise.execute(sub, token)).toBe(false);
    expect(await trust.execute(sub, { ttlSec: 60, provedAt: loginBegan })).toBeUndefined();
    expect(audit.events.slice(-2)).toEqual([
      { type: 'password_changed', at: clock.at, sub, address: '192.0.2.1' },
      {
        ...{ type: 'browsers_revoked', at: clock.at, sub, address: '192.0.2.1' },
        details: { reason: 'password_changed', count: 1 },
      },
    ]);
  });

  it.each([
    ['', 'password_too_short'],
    ['1234567', 'password_too_short'],
    ['ﬀ'.repeat(3), 'password_too_short'],
    ['x'.repeat(257), 'password_too_long'],
    ['ﷺ'.repeat(256), 'password_too_long'],
    ['x'.repeat(10_000_000), 'password_too_long'],
    ['password\0', 'password_invalid'],
    ['password\uD800', 'password_invalid'],
  ])('is refused when it can not be one, and nothing changes', async (typed, code) => {
    const { change, passwords, audit, sub } = await given();
    const refused = (await change.execute(sub, typed).catch((error: unknown) => error)) as DomainError;
    expect(refused).toMatchObject({ code, details: { least: 8, most: 256 } });
    expect(await passwords.findHash(sub)).toBeUndefined();
    expect(audit.events).toEqual([]);
  });

  it.each(['12345678', '🙂'.repeat(256), 'пароль с пробелами'])('may be %j', async (typed) => {
    const { change, passwords, sub } = await given();
    await change.execute(sub, typed);
    expect(await passwords.findHash(sub)).toBeDefined();
  });
});
