import { describe, expect, it } from '@jest/globals';
import { viewOf, type CallView, type Looking } from './call-view.ts';
import { endings, type Challenge } from './challenge.ts';
import { diallingMs, queueMs, type CallLimits } from './limits.ts';
import { rings } from './ring.ts';
import { untouched, type Standing } from './standing.ts';

const now = 1_800_000_000_000;
const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const [challengeId, login] = ['ada.challenge', 'login'];
const own = { id: challengeId, login };
const awaiting: Extract<Challenge, { state: 'awaiting' }> = { ...own, state: 'awaiting', verifiedBy: 'digest', digest: 'secret', triesLeft: 2, expiresAt: now + 90_001 };

const standing = (challenge: Challenge | undefined, rest: Partial<Standing> = {}): Standing => ({
  ...untouched,
  presses: 1,
  nextCallAt: now + 12_345,
  spent: 4,
  ...rest,
  challenge,
});
const looking = (rest: Partial<Looking> = {}): Looking => ({ login, asked: challengeId, now, ...rest });
const seen = (challenge: Challenge | undefined, rest: Partial<Standing> = {}, eye: Partial<Looking> = {}): CallView =>
  viewOf(standing(challenge, rest), looking(eye), limits);
const common = { challengeId, press: 2, nextCallInSec: 13 };
const offered: CallView = { kind: 'offered', press: 2, nextCallInSec: 13, superseded: false, budgetLeft: 6 };

describe('what the page of a login shows', () => {
  it('R16 before any call: the offer, right away', () => {
    const view = viewOf(untouched, looking({ asked: undefined }), limits);
    expect(view).toEqual({ kind: 'offered', press: 1, nextCallInSec: 0, superseded: false, budgetLeft: 10 });
  });

  it.each<[string, Challenge, CallView]>([
    ['queued', { ...own, state: 'queued', since: now, address: '', locale: '' }, { ...common, kind: 'open', state: 'queued', triesLeft: 3, nextCallInSec: 61 }],
    ['dialling', { ...own, state: 'dialling', since: now }, { ...common, kind: 'open', state: 'dialling', slowInSec: 15, triesLeft: 3, nextCallInSec: 76 }],
    ['awaiting', awaiting, { ...common, kind: 'open', state: 'awaiting', triesLeft: 2, expiresInSec: 91 }],
    ['confirmed', { ...own, state: 'confirmed' }, { kind: 'confirmed' }],
  ])('%s', (_state, challenge, view) => {
    expect(seen(challenge)).toEqual(view);
  });

  it.each([
    [0, { slowInSec: 15 }],
    [14_001, { slowInSec: 1 }],
    [14_999, { slowInSec: 1 }],
    [15_000, { slow: true }],
    [75_000, { slow: true }],
  ])('a dialler at it for %d ms: %j', (forMs, slowness) => {
    const view = seen({ ...own, state: 'dialling', since: now - forMs });
    expect(view).toEqual({ ...common, kind: 'open', state: 'dialling', triesLeft: 3, nextCallInSec: expect.any(Number), ...slowness });
  });

  it.each(rings)('what the phone does: %s', (ring) => {
    expect(seen({ ...awaiting, ring })).toMatchObject({ state: 'awaiting', ring });
    expect(seen({ ...own, state: 'dialling', since: now, ring })).toMatchObject({ state: 'dialling', ring });
  });

  it.each(endings)('R19 closed, because %s, with the way to another call', (because) => {
    expect(seen({ ...own, state: 'closed', because })).toEqual({ ...common, kind: 'closed', because });
  });

  it.each([
    [90_000, 'open', 1],
    [90_001, 'closed', undefined],
    [90_002, 'closed', undefined],
  ])('R5 %d ms later the code is %s', (later, kind, expiresInSec) => {
    const view = seen(awaiting, {}, { now: now + later });
    expect(view.kind).toBe(kind);
    expect(view).toMatchObject(kind === 'open' ? { expiresInSec } : { because: 'expired' });
  });

  it('R17 R3 what nobody reported is shown as given up', () => {
    const late = seen({ ...own, state: 'queued', since: now - queueMs - 1, address: '', locale: '' });
    const silent = seen({ ...own, state: 'dialling', since: now - diallingMs - 1 });
    expect([late, silent]).toMatchObject([{ because: 'late' }, { because: 'interrupted' }]);
  });

  it('R9 a block, until when, whatever else there is; and not a moment longer', () => {
    for (const challenge of [undefined, awaiting, { ...own, state: 'confirmed' } as const]) {
      expect(seen(challenge, { blockedUntil: now + 1 })).toEqual({ kind: 'blocked', until: now + 1 });
    }
    expect(seen(undefined, { blockedUntil: now, spent: 10 }, { asked: undefined })).toEqual({ ...offered, budgetLeft: 10 });
  });

  it('R8 nobody owes the budget anything', () => {
    expect(seen(undefined, { spent: 12 })).toMatchObject({ budgetLeft: 0 });
  });
});

describe('R11 what another login of the account shows', () => {
  it('the offer; nothing of the challenge that is not its own', () => {
    expect(seen(awaiting, {}, { login: 'another', asked: undefined })).toEqual(offered);
  });

  it('and, if it had asked itself, that a newer call took its place', () => {
    expect(seen(awaiting, {}, { login: 'another', asked: 'ada.older' })).toEqual({ ...offered, superseded: true });
  });
});

describe('R14 whatever the page shows', () => {
  it('holds no digest', () => {
    for (const eye of [looking(), looking({ login: 'another' }), looking({ now: now + 1_000_000 })]) {
      expect(JSON.stringify(viewOf(standing(awaiting), eye, limits))).not.toContain('secret');
    }
  });

  it('looking changes nothing', () => {
    const frozen = Object.freeze({ ...standing(Object.freeze(awaiting)) });
    expect(viewOf(frozen, looking({ now: now + 1_000_000 }), limits)).toEqual(viewOf(frozen, looking({ now: now + 1_000_000 }), limits));
    expect(frozen.challenge).toBe(awaiting);
  });
});
