import { createPrivateKey, createPublicKey, sign, verify, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Clock } from '@blitz/kernel';
import { FakeSigningKeys } from '../fakes/fake-signing-keys.ts';
import { RotateSigningKeys } from './rotate-signing-keys.ts';
import { currentKey, publishedKeys } from './signing-key.ts';

class StoppedClock extends Clock {
  at = 1_800_000_000_000;
  now(): number {
    return this.at;
  }
}

const plan = { signsMs: 1000, announcedMs: 100, keptMs: 300 };

function given() {
  const [clock, keys, audit] = [new StoppedClock(), new FakeSigningKeys(), new FakeAuditTrail()];
  return { clock, keys, audit, rotate: new RotateSigningKeys(keys, clock, audit, plan) };
}

describe('signing keys', () => {
  it('begin with one that signs at once, and whose halves belong together', async () => {
    const { clock, rotate, audit } = given();
    const [first, ...others] = await rotate.execute();
    expect(others).toEqual([]);
    expect(currentKey([first].flatMap((key) => key ?? []), clock.now())).toBe(first);
    expect(Object.keys(first?.publicJwk ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const signature = sign('sha256', Buffer.from('text'), createPrivateKey({ key: first?.privateJwk as JsonWebKey, format: 'jwk' }));
    const publicKey = createPublicKey({ key: first?.publicJwk as JsonWebKey, format: 'jwk' });
    expect(verify('sha256', Buffer.from('text'), publicKey, signature)).toBe(true);
    expect(audit.types()).toEqual(['signing_key_made']);
  });

  it('are announced before they sign, and stay published after, so that no token ever meets an unknown key', async () => {
    const { clock, keys, rotate } = given();
    const began = clock.at;
    let signedBy = new Map<number, string>();
    for (; clock.at <= began + 5000; clock.at += 20) {
      const published = await rotate.execute();
      const known = await keys.list();
      expect(published.map(({ kid }) => kid)).toEqual(publishedKeys(known, clock.at).map(({ kid }) => kid));
      const current = currentKey(known, clock.at);
      expect(current).toBeDefined();
      signedBy.set(clock.at, current?.kid ?? '');
      // Every token of the last `keptMs` can still be verified.
      signedBy = new Map([...signedBy].filter(([at]) => at > clock.at - plan.keptMs));
      for (const kid of signedBy.values()) expect(published.map((key) => key.kid)).toContain(kid);
      // Who fetched the keys `announcedMs` ago has seen this one, unless it is the very first.
      if (current?.activatesAt !== began) expect((current?.activatesAt ?? 0) - (current?.createdAt ?? 0)).toBeGreaterThanOrEqual(100);
    }
    expect((await keys.list()).length).toBeGreaterThanOrEqual(5);
    expect(publishedKeys(await keys.list(), clock.at).length).toBeLessThanOrEqual(2);
  });

  it('stay as they are when nothing is due, however often it is asked', async () => {
    const { rotate, audit } = given();
    const [one, other] = [await rotate.execute(), await rotate.execute()];
    expect(other).toEqual(one);
    expect(audit.types()).toEqual(['signing_key_made']);
  });

  it('survive a long sleep: the old key signs on until verifiers could see the new one', async () => {
    const { clock, keys, rotate } = given();
    const [first] = await rotate.execute();
    clock.at += 100_000;
    expect(await rotate.execute()).toHaveLength(2);
    expect(currentKey(await keys.list(), clock.at)?.kid).toBe(first?.kid);
    expect(currentKey(await keys.list(), clock.at + plan.announcedMs)?.kid).not.toBe(first?.kid);
  });
});
