import { describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Clock } from '@blitz/kernel';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakeTrustedBrowsers } from '../fakes/fake-trusted-browsers.ts';
import { browserTokenHash, newBrowserToken } from './browser-token.ts';
import { RecogniseBrowser } from './recognise-browser.ts';
import { RevokeBrowser } from './revoke-browser.ts';
import { RevokeBrowsers } from './revoke-browsers.ts';
import { TrustBrowser } from './trust-browser.ts';

class StoppedClock extends Clock {
  at = 1_800_000_000_000;
  now(): number {
    return this.at;
  }
}

async function given() {
  const [clock, audit, accounts] = [new StoppedClock(), new FakeAuditTrail(), new FakeAccounts()];
  const browsers = new FakeTrustedBrowsers(accounts);
  const ada = (await accounts.create({ login: 'ada' })).sub;
  const eve = (await accounts.create({ login: 'eve' })).sub;
  return {
    ...{ clock, audit, browsers, ada, eve },
    trust: new TrustBrowser(browsers, clock, audit),
    recognise: new RecogniseBrowser(browsers, clock, audit),
    revokeOne: new RevokeBrowser(browsers, clock, audit),
    revokeAll: new RevokeBrowsers(browsers, clock, audit),
  };
}

describe('a trusted browser', () => {
  it('is recognised until its time is over, and each time is written down', async () => {
    const { clock, audit, browsers, ada, trust, recognise } = await given();
    const token = await trust.execute(ada, { ttlSec: 60, userAgent: 'Fire\0fox\n', address: '192.0.2.1' });
    clock.at += 59_999;
    expect(await recognise.execute(ada, token)).toBe(true);
    expect(await browsers.list(ada, clock.at)).toMatchObject([
      { userAgent: 'Firefox', address: '192.0.2.1', lastUsedAt: clock.at, expiresAt: clock.at + 1 },
    ]);
    clock.at += 1;
    expect(await recognise.execute(ada, token)).toBe(false);
    expect(audit.types()).toEqual(['browser_trusted', 'browser_recognised']);
  });

  it('security 21: helps no other account', async () => {
    const { ada, eve, trust, recognise } = await given();
    const token = await trust.execute(ada, { ttlSec: 60 });
    expect(await recognise.execute(eve, token)).toBe(false);
    expect(await recognise.execute(ada, token)).toBe(true);
  });

  it.each(['factor_changed', 'reset', 'administrator_asked'] as const)(
    'security 21: is trusted no more after %s',
    async (reason) => {
      const { audit, ada, trust, recognise, revokeAll } = await given();
      const tokens = [await trust.execute(ada, { ttlSec: 60 }), await trust.execute(ada, { ttlSec: 60 })];
      expect(await revokeAll.execute(ada, { reason, address: '192.0.2.1' })).toBe(2);
      for (const token of tokens) expect(await recognise.execute(ada, token)).toBe(false);
      expect(audit.events.at(-1)).toMatchObject({ type: 'browsers_revoked', address: '192.0.2.1', details: { reason, count: 2 } });
    },
  );

  it('can be revoked alone, by its own account', async () => {
    const { audit, clock, browsers, ada, eve, trust, recognise, revokeOne } = await given();
    const [kept, lost] = [await trust.execute(ada, { ttlSec: 60 }), await trust.execute(ada, { ttlSec: 60 })];
    const id = (await browsers.findLive(ada, browserTokenHash(lost) ?? '', clock.at))?.id ?? '';
    expect(await revokeOne.execute(eve, id, { reason: 'person_asked' })).toBe(false);
    expect(audit.types()).not.toContain('browsers_revoked');
    expect(await revokeOne.execute(ada, id, { reason: 'person_asked' })).toBe(true);
    expect(await recognise.execute(ada, lost)).toBe(false);
    expect(await recognise.execute(ada, kept)).toBe(true);
    expect(audit.types()).toContain('browsers_revoked');
  });

  it('keeps its token to itself: only a hash is stored, and nothing of it is written down', async () => {
    const { audit, browsers, clock, ada, trust } = await given();
    const token = (await trust.execute(ada, { ttlSec: 60 })) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify([audit.events, await browsers.list(ada, clock.at)])).not.toContain(token);
    expect(await browsers.findLive(ada, token, clock.at)).toBeUndefined();
  });

  it.each([undefined, null, '', [], {}, 'x', `${newBrowserToken()}x`, newBrowserToken().slice(1), '\0'.repeat(43)])(
    'is not one that sends %j',
    async (token) => {
      const { ada, trust, recognise } = await given();
      await trust.execute(ada, { ttlSec: 60 });
      expect(await recognise.execute(ada, token)).toBe(false);
    },
  );
});
