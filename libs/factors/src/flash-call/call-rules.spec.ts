import { describe, expect, it } from '@jest/globals';
import { fakeCall } from '../fakes/index.ts';
import { call, claim, failed, outstandingUntil, placed, settle, type CallCommand } from './call-rules.ts';
import { endings, type Challenge } from './challenge.ts';
import { diallingMs, queueMs, type CallLimits } from './limits.ts';
import { untouched, type Standing } from './standing.ts';

const now = 1_800_000_000_000;
const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const [mine, login] = ['ada.challenge', 'login'];

const from = { address: '192.0.2.1', locale: 'ru' };
const queued: Challenge = { id: mine, login, state: 'queued', since: now, ...from };
const dialling: Challenge = { id: mine, login, state: 'dialling', since: now };
const awaiting: Challenge = { id: mine, login, state: 'awaiting', verifiedBy: 'digest', digest: 'd', triesLeft: 3, expiresAt: now + 1 };
const confirmed: Challenge = { id: mine, login, state: 'confirmed' };
const closed: Challenge = { id: mine, login, state: 'closed', because: 'burned' };
const states = { none: undefined, queued, dialling, awaiting, confirmed, closed };
const placement = { verifiedBy: 'digest' as const, digest: 'digest', ...fakeCall };
type State = keyof typeof states;

/** After one press that was paid for, with the delay over. */
const standing = (challenge: Challenge | undefined, rest: Partial<Standing> = {}): Standing => ({
  ...untouched,
  presses: 1,
  spent: 1,
  ...rest,
  challenge,
});
const press = (rest: Partial<CallCommand> = {}): CallCommand => ({ login, live: true, id: 'ada.next', press: 2, ...from, now, ...rest });
const opened: Challenge = { id: 'ada.next', login, state: 'queued', since: now, ...from };

describe('a press, whatever the challenge is like', () => {
  it.each<[State, string]>([
    ['none', 'called'],
    ['queued', 'waiting'],
    ['dialling', 'waiting'],
    ['awaiting', 'called'],
    ['confirmed', 'called'],
    ['closed', 'called'],
  ])('R3 R11 %s: %s', (state, kind) => {
    const before = standing(states[state]);
    const { verdict, standing: after } = call(before, press(), limits);
    expect(verdict.kind).toBe(kind);
    const expected: Standing = { challenge: opened, presses: 2, nextCallAt: now + 30_000, spent: 2, blockedUntil: 0 };
    expect(after).toEqual(kind === 'called' ? expected : before);
  });

  it.each(Object.entries(states))('R1 %s: means nothing without the first factor of a login that stands', (_state, challenge) => {
    const before = standing(challenge);
    expect(call(before, press({ live: false }), limits)).toEqual({ standing: before, verdict: { kind: 'unknown' } });
  });

  it.each(Object.entries(states))('R9 %s: no call while the method is blocked', (_state, challenge) => {
    const before = standing(challenge, { blockedUntil: now + 1 });
    expect(call(before, press(), limits)).toEqual({ standing: before, verdict: { kind: 'blocked', until: now + 1, begins: false } });
  });

  it.each([0, 1, 3, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'R3 a press with the number %d, when the second is due, asks for nothing',
    (number) => {
      const before = standing(closed);
      expect(call(before, press({ press: number }), limits)).toEqual({ standing: before, verdict: { kind: 'repeated' } });
    },
  );

  it('R3 the same press a second time calls nobody', () => {
    const once = call(untouched, press({ press: 1 }), limits);
    const twice = call(once.standing, press({ press: 1, id: 'ada.other' }), limits);
    expect([once.verdict.kind, twice.verdict.kind]).toEqual(['called', 'repeated']);
    expect(twice.standing).toEqual(once.standing);
  });

  it('R11 a new call kills the code of the last one', () => {
    const { standing: after } = call(standing(awaiting), press({ login: 'another login' }), limits);
    expect(after.challenge).toEqual({ ...opened, login: 'another login' });
  });
});

describe('R16 a call waits for the one before it', () => {
  it.each([
    [1, 'waiting'],
    [0, 'called'],
    [-1, 'called'],
  ])('%d ms before the delay is over: %s', (early, kind) => {
    const { verdict } = call(standing(closed, { nextCallAt: now + early }), press(), limits);
    expect(verdict).toEqual(kind === 'waiting' ? { kind, until: now + early } : { kind, budgetLeft: 8 });
  });

  it.each<[string, Challenge, number]>([
    ['queued', queued, queueMs],
    ['being dialled', dialling, diallingMs],
  ])('R3 while the last one is %s, until it is given up', (_name, challenge, ms) => {
    const at = (later: number): string => call(standing(challenge), press({ now: now + later }), limits).verdict.kind;
    expect([at(0), at(ms), at(ms + 1)]).toEqual(['waiting', 'waiting', 'called']);
    expect(outstandingUntil(challenge)).toBe(now + ms + 1);
  });
});

describe('R10 the budget must hold the call and one entry', () => {
  it.each([
    [7, 'called'],
    [8, 'called'],
    [9, 'blocked'],
    [10, 'blocked'],
    [11, 'blocked'],
  ])('of 10, %d are spent: %s', (spent, kind) => {
    const { verdict, standing: after } = call(standing(closed, { spent }), press(), limits);
    const blocked = { kind, until: now + 900_000, begins: true };
    expect(verdict).toEqual(kind === 'blocked' ? blocked : { kind, budgetLeft: 9 - spent });
    const block = { challenge: closed, presses: 1, spent, blockedUntil: now + 900_000 };
    expect(after).toMatchObject(kind === 'blocked' ? block : { presses: 2, spent: spent + 1, blockedUntil: 0 });
  });

  it('R9 the block that begins closes a code that was alive', () => {
    const { standing: after } = call(standing(awaiting, { spent: 9 }), press(), limits);
    expect(after.challenge).toEqual(closed);
  });

  it('with a budget of two, one call and one entry is all there is', () => {
    const least = { ...limits, total: 2 };
    expect(call(untouched, press({ press: 1 }), least).verdict.kind).toBe('called');
    expect(call(standing(closed), press(), least).verdict.kind).toBe('blocked');
  });
});

describe('R8 the block ends by itself, and only then is the budget new', () => {
  it.each([
    [now + 1, 'blocked', 10],
    [now, 'called', 1],
    [now - 1, 'called', 1],
  ])('blocked until %d: %s', (blockedUntil, kind, spent) => {
    const { verdict, standing: after } = call(standing(closed, { spent: 10, blockedUntil }), press(), limits);
    expect([verdict.kind, after.spent]).toEqual([kind, spent]);
  });

  it('a call, another login and a new code never refill it', () => {
    let at = standing(closed, { spent: 0, presses: 0 });
    for (let number = 1; number <= 9; number += 1) {
      const step = call(at, press({ press: number, login: `login ${String(number)}`, now: now + number * 200_000 }), limits);
      expect(step.verdict.kind).toBe('called');
      expect(step.standing.spent).toBe(number);
      const { challenge } = step.standing;
      at = { ...step.standing, challenge: { id: challenge?.id ?? '', login: challenge?.login ?? '', state: 'closed', because: 'expired' } };
    }
    expect(call(at, press({ press: 10, now: now + 2_000_000 }), limits).verdict.kind).toBe('blocked');
  });
});

describe('the right to dial', () => {
  it.each<[State, string]>([
    ['none', 'gone'],
    ['queued', 'claimed'],
    ['dialling', 'taken'],
    ['awaiting', 'gone'],
    ['confirmed', 'gone'],
    ['closed', 'gone'],
  ])('R3 %s: %s', (state, verdict) => {
    const before = standing(states[state]);
    const step = claim(before, mine, now + 5);
    const told = verdict === 'claimed' ? from : {};
    expect(step.verdict).toEqual(verdict === 'gone' ? { kind: verdict } : { kind: verdict, login, ...told });
    expect(step.standing).toEqual(verdict === 'claimed' ? standing({ ...dialling, since: now + 5 }) : before);
  });

  it.each(Object.entries(states))('R11 %s: another challenge’s job dials nobody', (_state, challenge) => {
    const before = standing(challenge);
    expect(claim(before, 'ada.older', now)).toEqual({ standing: before, verdict: { kind: 'gone' } });
  });

  it.each([
    [queueMs - 1, 'claimed', 1],
    [queueMs, 'claimed', 1],
    [queueMs + 1, 'late', 0],
  ])('R17 a job that waited for %d ms is %s', (waited, verdict, spent) => {
    const step = claim(standing(queued), mine, now + waited);
    expect(step.verdict.kind).toBe(verdict);
    expect(step.standing.spent).toBe(spent);
    if (verdict === 'late') expect(step.standing.challenge).toEqual({ ...closed, because: 'late' });
  });
});

describe('what the dialler reports', () => {
  it.each<[State, boolean]>([
    ['none', false],
    ['queued', false],
    ['dialling', true],
    ['awaiting', false],
    ['confirmed', false],
    ['closed', false],
  ])('R5 %s: the code begins to count: %s', (state, stood) => {
    const before = standing(states[state]);
    const step = placed(before, mine, placement, now + 7, limits);
    const made = { ...fakeCall, placedAt: now + 7 };
    const code: Challenge = { id: mine, login, state: 'awaiting', verifiedBy: 'digest', digest: 'digest', triesLeft: 3, expiresAt: now + 120_007, made };
    expect(step).toEqual({ verdict: stood, standing: stood ? standing(code) : before });
  });

  it.each<[State, boolean]>([
    ['none', false],
    ['queued', true],
    ['dialling', true],
    ['awaiting', false],
    ['confirmed', false],
    ['closed', false],
  ])('R13 %s: the call failed, and that changes something: %s', (state, stood) => {
    const before = standing(states[state]);
    for (const surelyNoCall of [true, false]) {
      const step = failed(before, mine, 'provider_failed', surelyNoCall);
      const after = standing({ ...closed, because: 'provider_failed' }, { spent: surelyNoCall ? 0 : 1 });
      expect(step).toEqual({ verdict: stood, standing: stood ? after : before });
    }
  });

  it('R11 about a challenge that another call replaced changes nothing', () => {
    const before = standing(dialling);
    expect(placed(before, 'ada.older', placement, now, limits)).toEqual({ standing: before, verdict: false });
    expect(failed(before, 'ada.older', 'provider_failed', true)).toEqual({ standing: before, verdict: false });
  });

  it('R13 never pays back more than was paid', () => {
    expect(failed(standing(dialling, { spent: 0 }), mine, 'provider_refused', true).standing.spent).toBe(0);
  });

  it.each(endings)('R13 %s is kept as the reason', (because) => {
    expect(failed(standing(dialling), mine, because, false).standing.challenge).toEqual({ ...closed, because });
  });
});

describe('what time alone changes', () => {
  it.each<[string, Challenge, number, Partial<Standing>]>([
    ['R17 a job nobody took is not late on the last moment', queued, queueMs, {}],
    ['R17 and is paid back after it', queued, queueMs + 1, { challenge: { ...closed, because: 'late' }, spent: 0 }],
    ['R3 a dialler is waited for until the last moment', dialling, diallingMs, {}],
    ['R13 and is given up after it, without paying back', dialling, diallingMs + 1, { challenge: { ...closed, because: 'interrupted' } }],
    ['R5 a code is judged when it is typed', awaiting, 10_000_000, {}],
    ['R12 what was confirmed stays so', confirmed, 10_000_000, {}],
    ['R7 what is closed stays so', closed, 10_000_000, {}],
  ])('%s', (_name, challenge, later, change) => {
    expect(settle(standing(challenge), now + later)).toEqual({ ...standing(challenge), ...change });
  });

  it('R8 lifts the block on its last moment, not before', () => {
    const blocked = standing(closed, { spent: 10, blockedUntil: now });
    expect(settle(blocked, now - 1)).toEqual(blocked);
    expect(settle(blocked, now)).toEqual(standing(closed, { spent: 0, blockedUntil: 0 }));
  });
});
