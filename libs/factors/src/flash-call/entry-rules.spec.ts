import { describe, expect, it } from '@jest/globals';
import type { Step } from './call-rules.ts';
import type { Challenge } from './challenge.ts';
import { enter as enters, type EntryCommand, type EntryVerdict } from './entry-rules.ts';
import type { CallLimits } from './limits.ts';
import { untouched, type Standing } from './standing.ts';

const now = 1_800_000_000_000;
const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const [id, login] = ['ada.challenge', 'login'];

type Awaiting = Extract<Challenge, { state: 'awaiting' }>;
const awaiting: Awaiting = { id, login, state: 'awaiting', verifiedBy: 'digest', digest: 'right', triesLeft: 3, expiresAt: now + 120_000 };
const closed = (because: Extract<Challenge, { state: 'closed' }>['because']): Challenge => ({ id, login, state: 'closed', because });
const states = {
  none: undefined,
  queued: { id, login, state: 'queued', since: now, address: '', locale: '' } as Challenge,
  dialling: { id, login, state: 'dialling', since: now } as Challenge,
  awaiting: awaiting as Challenge,
  confirmed: { id, login, state: 'confirmed' } as Challenge,
  closed: closed('provider_failed'),
};
type State = keyof typeof states;

const standing = (challenge: Challenge | undefined, rest: Partial<Standing> = {}): Standing => ({
  ...untouched,
  presses: 1,
  spent: 1,
  ...rest,
  challenge,
});
const entry = (rest: Partial<EntryCommand> = {}): EntryCommand => ({ login, live: true, id, entry: 'entry', digest: 'right', now, ...rest });
const wrong = (rest: Partial<EntryCommand> = {}): EntryCommand => entry({ digest: 'wrong', ...rest });
/** These challenges are all verified by us: nobody is asked. */
const enter = (...given: Parameters<typeof enters>): Step<EntryVerdict> => enters(...given) as Step<EntryVerdict>;
const nothing: Omit<EntryVerdict, 'kind'> = { triesLeft: 0, budgetLeft: 0, blockedUntil: 0, blockBegins: false };

describe('an entry, whatever the challenge is like', () => {
  it.each<[State, EntryVerdict['kind'], EntryVerdict['kind']]>([
    ['none', 'unknown', 'unknown'],
    ['queued', 'not_placed', 'not_placed'],
    ['dialling', 'not_placed', 'not_placed'],
    ['awaiting', 'right', 'wrong'],
    ['confirmed', 'used', 'used'],
    ['closed', 'closed', 'closed'],
  ])('R12 %s: the right code is %s, a wrong one %s', (state, ifRight, ifWrong) => {
    const before = standing(states[state]);
    for (const [command, kind] of [[entry(), ifRight], [wrong(), ifWrong]] as const) {
      const step = enter(before, command, limits);
      expect(step.verdict.kind).toBe(kind);
      if (kind !== 'right' && kind !== 'wrong') expect(step.standing).toEqual(before);
    }
  });

  it.each(Object.entries(states))('R1 %s: means nothing without the first factor of a login that stands', (_state, challenge) => {
    const before = standing(challenge);
    const verdict = { kind: 'unknown', ...nothing };
    expect(enter(before, entry({ live: false }), limits)).toEqual({ standing: before, verdict });
  });

  it.each(Object.entries(states))('R9 %s: while blocked nothing is looked at, not even the right code', (_state, challenge) => {
    const before = standing(challenge, { spent: 10, blockedUntil: now + 1 });
    const verdict = { kind: 'blocked', triesLeft: 0, budgetLeft: 0, blockedUntil: now + 1, blockBegins: false };
    expect(enter(before, entry(), limits)).toEqual({ standing: before, verdict });
  });

  it.each(Object.entries(states))('R11 %s: the code does not work in another login, and tells it nothing', (_state, challenge) => {
    const before = standing(challenge);
    const verdict = { kind: 'unknown', ...nothing };
    expect(enter(before, entry({ login: 'another' }), limits)).toEqual({ standing: before, verdict });
  });

  it.each(Object.entries(states).slice(1))('R11 %s: nor in the name of an older call', (_state, challenge) => {
    const before = standing(challenge);
    const step = enter(before, entry({ id: 'ada.older' }), limits);
    expect(step).toEqual({ standing: before, verdict: { kind: 'superseded', ...nothing, budgetLeft: 9 } });
  });

  it('R19 a closed one says why', () => {
    expect(enter(standing(closed('late')), entry(), limits).verdict).toMatchObject({ kind: 'closed', because: 'late' });
  });
});

describe('R12 the right code', () => {
  it('is used up, and R8 refills the budget', () => {
    const step = enter(standing(awaiting, { spent: 7, nextCallAt: now + 5 }), entry(), limits);
    expect(step.verdict).toEqual({ kind: 'right', triesLeft: 0, budgetLeft: 10, blockedUntil: 0, blockBegins: false });
    expect(step.standing).toEqual(standing({ id, login, state: 'confirmed' }, { spent: 0, nextCallAt: now + 5 }));
    expect(enter(step.standing, entry(), limits).verdict.kind).toBe('used');
  });

  it('helps as the very last try and with the very last of the budget', () => {
    const last = { ...awaiting, triesLeft: 1 };
    expect(enter(standing(last, { spent: 9 }), entry(), limits).verdict.kind).toBe('right');
  });
});

describe('R5 the code lives until its deadline', () => {
  it.each([
    [119_999, 'right'],
    [120_000, 'closed'],
    [120_001, 'closed'],
  ])('typed %d ms after the call, with 120 seconds to live: %s', (later, kind) => {
    const step = enter(standing(awaiting), entry({ now: now + later }), limits);
    expect(step.verdict.kind).toBe(kind);
    if (kind === 'closed') {
      expect(step.verdict.because).toBe('expired');
      expect(step.standing).toEqual(standing(closed('expired')));
    }
  });

  it('too late costs nothing, and a second call is required', () => {
    const late = enter(standing(awaiting), wrong({ now: now + 120_000 }), limits);
    expect(late.standing.spent).toBe(1);
    expect(enter(late.standing, entry({ now }), limits).verdict.kind).toBe('closed');
  });
});

describe('R7 wrong entries burn the code', () => {
  it.each([1, 2, 3, 10])('with %d tries, the last wrong one burns it, and the right code no longer helps', (tries) => {
    const roomy = { ...limits, tries, total: 100 };
    let at = standing({ ...awaiting, triesLeft: tries });
    for (let left = tries - 1; left >= 0; left -= 1) {
      const step = enter(at, wrong(), roomy);
      expect(step.verdict).toMatchObject({ kind: 'wrong', triesLeft: left });
      at = step.standing;
    }
    expect(at.challenge).toEqual(closed('burned'));
    expect(enter(at, entry(), roomy).verdict).toMatchObject({ kind: 'closed', because: 'burned' });
  });

  it('one try less than allowed leaves the code alive', () => {
    const twice = enter(enter(standing(awaiting), wrong(), limits).standing, wrong(), limits);
    expect(twice.verdict).toEqual({ kind: 'wrong', triesLeft: 1, budgetLeft: 7, blockedUntil: 0, blockBegins: false });
    expect(enter(twice.standing, entry(), limits).verdict.kind).toBe('right');
  });
});

describe('R8 wrong entries spend the budget', () => {
  it.each([
    [7, 0],
    [8, 0],
    [9, now + 900_000],
  ])('of 10, %d were spent: the method is blocked until %d', (spent, blockedUntil) => {
    const step = enter(standing(awaiting, { spent }), wrong(), limits);
    expect(step.verdict).toMatchObject({ kind: 'wrong', budgetLeft: 9 - spent, blockedUntil, blockBegins: blockedUntil > 0 });
    expect(step.standing).toMatchObject({ spent: spent + 1, blockedUntil });
  });

  it('the block that begins burns the code, although tries are left', () => {
    const step = enter(standing(awaiting, { spent: 9 }), wrong(), limits);
    expect(step.verdict.triesLeft).toBe(0);
    expect(step.standing.challenge).toEqual(closed('burned'));
    expect(enter(step.standing, entry(), limits).verdict).toMatchObject({ kind: 'blocked', blockBegins: false });
  });

  it('R9 when the block is over, the burned code still helps nobody', () => {
    const blocked = standing(closed('burned'), { spent: 10, blockedUntil: now });
    const step = enter(blocked, entry(), limits);
    expect(step.verdict).toEqual({ kind: 'closed', because: 'burned', triesLeft: 0, budgetLeft: 10, blockedUntil: 0, blockBegins: false });
    expect(step.standing).toEqual(standing(closed('burned'), { spent: 0 }));
  });

  it('a budget that the administrator made smaller than what is spent admits no further entry', () => {
    const smaller = { ...limits, total: 5 };
    const step = enter(standing(awaiting, { spent: 5 }), entry(), smaller);
    expect(step.verdict).toEqual({ kind: 'blocked', triesLeft: 0, budgetLeft: 0, blockedUntil: now + 900_000, blockBegins: true });
    expect(step.standing).toMatchObject({ challenge: closed('burned'), spent: 5, blockedUntil: now + 900_000 });
  });

  it('nothing but a wrong entry is paid for', () => {
    for (const challenge of [states.queued, states.dialling, states.confirmed, states.closed]) {
      expect(enter(standing(challenge), wrong(), limits).standing.spent).toBe(1);
    }
  });
});
