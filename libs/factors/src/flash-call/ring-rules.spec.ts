import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { fakeCall, FakeChallenges, FakeLogins } from '../fakes/index.ts';
import { call, claim, placed } from './call-rules.ts';
import type { Challenge } from './challenge.ts';
import { MoveCall } from './move-call.ts';
import { ring } from './ring-rules.ts';
import { rings, type Ring } from './ring.ts';
import { untouched, type Standing } from './standing.ts';

const now = 1_800_000_000_000;
const limits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const [id, login] = ['ada.challenge', 'login'];
const own = { id, login };

const states: Record<string, Challenge | undefined> = {
  none: undefined,
  queued: { ...own, state: 'queued', since: now, address: '', locale: '' },
  dialling: { ...own, state: 'dialling', since: now },
  awaiting: { ...own, state: 'awaiting', verifiedBy: 'digest', digest: 'd', triesLeft: 3, expiresAt: now + 1 },
  confirmed: { ...own, state: 'confirmed' },
  closed: { ...own, state: 'closed', because: 'burned' },
};
const standing = (challenge: Challenge | undefined): Standing => ({ ...untouched, presses: 1, spent: 1, challenge });

describe('what the phone does', () => {
  it.each(Object.entries(states))('%s: is shown while the call is under way, and changes nothing else', (state, challenge) => {
    for (const each of rings) {
      const before = standing(challenge);
      const step = ring(before, id, each);
      const shown = state === 'dialling' || state === 'awaiting';
      expect(step.verdict).toEqual(shown ? { kind: 'moved', login } : { kind: 'ignored' });
      expect(step.standing).toEqual(shown ? { ...before, challenge: { ...challenge, ring: each } } : before);
    }
  });

  it.each<[Ring | undefined, Ring, string]>([
    [undefined, 'ringing', 'moved'],
    ['ringing', 'ringing', 'ignored'],
    ['ringing', 'answered', 'moved'],
    ['answered', 'ringing', 'ignored'],
    ['busy', 'ringing', 'ignored'],
    ['unreachable', 'ringing', 'ignored'],
    ['unreachable', 'busy', 'moved'],
    ['busy', 'busy', 'ignored'],
  ])('%s, then %s: %s', (first, then, kind) => {
    const challenge: Challenge = { ...own, state: 'dialling', since: now, ...(first === undefined ? {} : { ring: first }) };
    expect(ring(standing(challenge), id, then).verdict.kind).toBe(kind);
  });

  it('R11 of an older call, or of one that never was, is of no interest', () => {
    const before = standing(states['dialling']);
    expect(ring(before, 'ada.older', 'busy')).toEqual({ standing: before, verdict: { kind: 'ignored' } });
  });

  it('is still known when the provider has answered, and forgotten with the next call', () => {
    const rang = ring(standing(states['dialling']), id, 'ringing').standing;
    const made = placed(rang, id, { verifiedBy: 'digest', digest: 'd', ...fakeCall }, now, limits).standing;
    expect(made.challenge).toMatchObject({ state: 'awaiting', ring: 'ringing' });
    const press = { login, live: true, id: 'ada.next', press: 2, address: '', locale: '', now: now + 30_000 };
    const again = claim(call(made, press, limits).standing, 'ada.next', now + 30_000).standing;
    expect(again.challenge).toEqual({ id: 'ada.next', login, state: 'dialling', since: now + 30_000 });
  });
});

describe('a provider that tells what the phone does', () => {
  const logins = new FakeLogins();
  let challenges: FakeChallenges;
  let audit: FakeAuditTrail;
  let moveCall: MoveCall;
  beforeEach(async () => {
    [challenges, audit] = [new FakeChallenges(logins), new FakeAuditTrail()];
    moveCall = new MoveCall(challenges, { now: () => now }, audit);
    await logins.open({ id: login, sub: 'ada', startedAt: now, proved: ['password'], trustSettled: false });
    await challenges.call({ sub: 'ada', login }, 1, id, now, limits);
    await challenges.claim(id, now);
  });

  it('is believed for the page, and written down once', async () => {
    const moved = [await moveCall.execute({ challengeId: id, ring: 'ringing', correlation: 'c' }), await moveCall.execute({ challengeId: id, ring: 'ringing' })];
    expect(moved).toEqual([true, false]);
    expect(audit.events).toMatchObject([{ type: 'call_rang', sub: 'ada', correlationId: 'c', details: { reason: 'ringing' } }]);
    expect((await challenges.look('ada')).challenge).toMatchObject({ ring: 'ringing' });
  });

  it.each(['', 'ada', 'ada.', '.x', 'ada.older', 'eve.challenge'])('and ignored about %j', async (challengeId) => {
    expect(await moveCall.execute({ challengeId, ring: 'busy' })).toBe(false);
    expect(audit.events).toEqual([]);
  });
});
