import { describe, expect, it } from '@jest/globals';
import { fakeCall } from '../../fakes/index.ts';
import { conclude, type CheckAnswer, type ConcludeCommand } from './check-rules.ts';
import type { Step } from '../call-rules.ts';
import { viewOf } from '../call-view.ts';
import type { Challenge } from '../challenge.ts';
import { enter, type EntryCommand, type EntryVerdict } from '../entry-rules.ts';
import { checkMs, type CallLimits } from '../limits.ts';
import { untouched, type Standing } from '../standing.ts';

const now = 1_800_000_000_000;
const limits: CallLimits = { codeLength: 4, validityMs: 120_000, tries: 3, total: 10, blockMs: 900_000, delayMs: 30_000 };
const [id, login] = ['ada.challenge', 'login'];
const made = { ...fakeCall, placedAt: now - 5_000 };

type Awaiting = Extract<Challenge, { state: 'awaiting' }>;
const awaiting: Awaiting = { id, login, state: 'awaiting', verifiedBy: 'provider', triesLeft: 3, expiresAt: now + 120_000, made };
const standing = (rest: Partial<Awaiting> = {}, more: Partial<Standing> = {}): Standing => ({
  ...untouched,
  presses: 1,
  spent: 1,
  ...more,
  challenge: { ...awaiting, ...rest } as Challenge,
});
const closed = { id, login, state: 'closed', because: 'burned' };

const types = (at: Standing, entry: string, rest: Partial<EntryCommand> = {}, by = limits): Step<{ readonly kind: string }> =>
  enter(at, { login, live: true, id, entry, digest: 'never looked at', now, ...rest }, by);
const says = (
  at: Standing,
  entry: string,
  answer: CheckAnswer,
  rest: Partial<ConcludeCommand> = {},
  by = limits,
): Step<EntryVerdict> => conclude(at, { login, live: true, id, entry, answer, now: now + 1_000, ...rest }, by);
const askedAbout = (...entries: string[]): { readonly asked: Awaiting['asked'] & object } => ({
  asked: entries.map((entry) => ({ entry, until: now + checkMs })),
});

describe('an entry that only the provider can judge', () => {
  it('R12 is paid for before anybody looks, and the page waits', () => {
    const { verdict, standing: paid } = types(standing(), 'first');
    expect(verdict).toEqual({ kind: 'asking' });
    expect(paid).toEqual(standing({ triesLeft: 2, ...askedAbout('first') }, { spent: 2 }));
  });

  it('R12 right: the code is used up, the budget new, and what is counted is told', () => {
    const { verdict, standing: after } = says(types(standing({}, { spent: 7 }), 'first').standing, 'first', 'right');
    const completed = { route: fakeCall.route, placedAt: made.placedAt, canHangUp: false };
    expect(verdict).toEqual({ kind: 'right', triesLeft: 0, budgetLeft: 10, blockedUntil: 0, blockBegins: false, completed });
    expect(after).toEqual({ ...untouched, presses: 1, challenge: { id, login, state: 'confirmed', made } });
    expect(says(after, 'first', 'right').verdict.kind).toBe('used');
  });

  it.each<[CheckAnswer, string]>([
    ['wrong', 'wrong'],
    ['unanswered', 'not_confirmed'],
  ])('%s: it stays paid, and the next one may be typed', (answer, kind) => {
    const { verdict, standing: after } = says(types(standing(), 'first').standing, 'first', answer);
    expect(verdict).toEqual({ kind, triesLeft: 2, budgetLeft: 8, blockedUntil: 0, blockBegins: false });
    expect(after).toEqual(standing({ triesLeft: 2 }, { spent: 2 }));
  });

  it.each<CheckAnswer>(['wrong', 'unanswered'])('R7 %s on the last try burns the code', (answer) => {
    const { verdict, standing: after } = says(types(standing({ triesLeft: 1 }), 'last').standing, 'last', answer);
    expect([verdict.triesLeft, after.challenge]).toEqual([0, closed]);
    expect(types(after, 'one more').verdict).toMatchObject({ kind: 'closed', because: 'burned' });
  });

  it('helps as the very last try and with the very last of the budget', () => {
    const paid = types(standing({ triesLeft: 1 }, { spent: 9 }), 'last').standing;
    expect(says(paid, 'last', 'right').verdict.kind).toBe('right');
  });

  it('R8 the block begins with its verdict, once, not with its payment', () => {
    const paid = types(standing({}, { spent: 9 }), 'last').standing;
    expect(paid).toMatchObject({ spent: 10, blockedUntil: 0, challenge: { state: 'awaiting' } });
    const { verdict, standing: after } = says(paid, 'last', 'wrong');
    expect(verdict).toEqual({ kind: 'wrong', triesLeft: 0, budgetLeft: 0, blockedUntil: now + 901_000, blockBegins: true });
    expect(after).toMatchObject({ challenge: closed, spent: 10, blockedUntil: now + 901_000 });
    expect(says(after, 'last', 'right').verdict).toMatchObject({ kind: 'blocked', blockBegins: false });
  });
});

describe('R12 several entries that are asked about at once', () => {
  it('R7 are as many as there are tries; the next one costs nothing and takes nothing away', () => {
    let at = standing();
    for (const entry of ['a', 'b', 'c']) at = types(at, entry).standing;
    const fourth = types(at, 'd');
    expect(fourth).toEqual({ standing: at, verdict: { kind: 'in_check', triesLeft: 0, budgetLeft: 6, blockedUntil: 0, blockBegins: false } });
    expect(says(at, 'd', 'right').verdict.kind).toBe('not_confirmed');
    expect(says(at, 'b', 'right').verdict.kind).toBe('right');
  });

  it('burn the code with the last wrong one only: what was paid for is looked at', () => {
    let at = standing(askedAbout('a', 'b', 'c'));
    at = { ...at, challenge: { ...awaiting, triesLeft: 0, ...askedAbout('a', 'b', 'c') } };
    at = says(at, 'a', 'wrong').standing;
    at = says(at, 'c', 'unanswered').standing;
    expect(at.challenge).toMatchObject({ state: 'awaiting', ...askedAbout('b') });
    expect(says(at, 'b', 'wrong').standing.challenge).toEqual(closed);
    expect(says(at, 'b', 'right').verdict.kind).toBe('right');
  });

  it('R8 begin the block with the last one only, too', () => {
    const at = standing({ triesLeft: 1, ...askedAbout('a', 'b') }, { spent: 10 });
    expect(types(at, 'c').verdict.kind).toBe('in_check');
    const first = says(at, 'a', 'wrong');
    expect(first.verdict).toMatchObject({ kind: 'wrong', budgetLeft: 0, blockBegins: false });
    expect(says(first.standing, 'b', 'wrong').verdict).toMatchObject({ kind: 'wrong', blockBegins: true });
    expect(says(first.standing, 'b', 'right').standing).toMatchObject({ spent: 0, blockedUntil: 0, challenge: { state: 'confirmed' } });
  });

  it('at most one succeeds', () => {
    const at = says(standing({ triesLeft: 1, ...askedAbout('a', 'b') }), 'a', 'right').standing;
    expect(says(at, 'b', 'right').verdict.kind).toBe('used');
  });
});

describe('R5 the deadline', () => {
  it.each([
    [119_999, 'asking'],
    [120_000, 'closed'],
  ])('counts when it is typed: %d ms after the call it is %s', (later, kind) => {
    expect(types(standing(), 'first', { now: now + later }).verdict.kind).toBe(kind);
  });

  it('may pass while the provider is asked; nothing more is paid for, and nobody is told that the time is up', () => {
    const typed = now + 119_999;
    const paid = types(standing(), 'first', { now: typed }).standing;
    expect(types(paid, 'late', { now: typed + 1 }).verdict.kind).toBe('in_check');
    expect(viewOf(paid, { login, asked: id, now: typed + 1 }, limits)).toMatchObject({ kind: 'open', checking: true, expiresInSec: 0 });
    expect(says(paid, 'first', 'right', { now: typed + 20_000 }).verdict.kind).toBe('right');
  });
});

describe('R19 a verdict that never comes', () => {
  it.each([
    [checkMs - 1, 'right'],
    [checkMs, 'not_confirmed'],
  ])('counts until the last moment: after %d ms it is %s', (later, kind) => {
    const paid = types(standing(), 'first').standing;
    expect(says(paid, 'first', 'right', { now: now + later }).verdict.kind).toBe(kind);
  });

  it('was a wrong entry: the last try burns, and the page says so', () => {
    const lost = types(standing({ triesLeft: 1 }), 'last').standing;
    const at = now + checkMs;
    expect(viewOf(lost, { login, asked: id, now: at }, limits)).toMatchObject({ kind: 'closed', because: 'burned' });
    const next = types(lost, 'next', { now: at });
    expect([next.verdict, next.standing.challenge]).toMatchObject([{ kind: 'closed', because: 'burned' }, closed]);
  });

  it('R8 with the last of the budget: the block begins with the next entry, and nothing is looked at before', () => {
    const lost = types(standing({}, { spent: 9 }), 'last').standing;
    const next = types(lost, 'next', { now: now + checkMs });
    expect(next.verdict).toMatchObject({ kind: 'blocked', blockBegins: true });
    expect(next.standing).toMatchObject({ challenge: closed, spent: 10, blockedUntil: now + checkMs + limits.blockMs });
  });
});

describe('R11 security 22: a verdict about something else changes nothing', () => {
  const paid = types(standing(), 'first').standing;
  const byUs: Challenge = { id, login, state: 'awaiting', verifiedBy: 'digest', digest: 'd', triesLeft: 3, expiresAt: now + 120_000 };

  it.each<[string, Standing, Partial<ConcludeCommand>, string]>([
    ['another login', paid, { login: 'another' }, 'unknown'],
    ['a login that is over', paid, { live: false }, 'unknown'],
    ['an older call', paid, { id: 'ada.older' }, 'superseded'],
    ['an entry that nobody paid for', paid, { entry: 'forged' }, 'not_confirmed'],
    ['a code that we verify', { ...paid, challenge: byUs }, {}, 'not_confirmed'],
    ['a call that is being made', { ...paid, challenge: { id, login, state: 'dialling', since: now } }, {}, 'not_placed'],
    ['a call that came to nothing', { ...paid, challenge: { id, login, state: 'closed', because: 'expired' } }, {}, 'closed'],
    ['nobody', { ...paid, challenge: undefined }, {}, 'unknown'],
    ['a method that is blocked', { ...paid, blockedUntil: now + 9_000 }, {}, 'blocked'],
  ])('%s', (_about, before, rest, kind) => {
    for (const answer of ['right', 'wrong', 'unanswered'] as const) {
      const step = says(before, 'first', answer, rest);
      expect(step).toMatchObject({ standing: before, verdict: { kind, blockBegins: false } });
    }
  });

  it('a digest that happens to be the same opens nothing that its provider keeps', () => {
    expect(enter(standing(), { login, live: true, id, entry: 'e', digest: '', now }, limits).verdict.kind).toBe('asking');
  });
});
