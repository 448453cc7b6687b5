import { describe, expect, it } from '@jest/globals';
import { accountOf, newChallengeId } from './challenge-id.ts';
import { CodeDigest } from './code-digest.ts';

const sub = '6f2f9c43-6b7c-4f0a-9a53-0c4f5a8f3d10';

describe('R14 the form in which a code is kept', () => {
  const digest = new CodeDigest(Buffer.alloc(32, 1));

  it('is the same for the same code of the same challenge, and does not hold the code', () => {
    expect(digest.of('ada.1', '1234')).toBe(digest.of('ada.1', '1234'));
    expect(digest.of('ada.1', '1234')).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['another code', 'ada.1', '1235'],
    ['a code with a leading zero', 'ada.1', '01234'],
    ['another challenge', 'ada.2', '1234'],
    ['another account', 'eve.1', '1234'],
    ['an id that swallows part of the code', 'ada.1\n1', '234'],
  ])('differs for %s', (_name, challenge, code) => {
    expect(digest.of(challenge, code)).not.toBe(digest.of('ada.1', '1234'));
  });

  it('differs under another key, so that a leaked database can’t be searched', () => {
    expect(new CodeDigest(Buffer.alloc(32, 2)).of('ada.1', '1234')).not.toBe(digest.of('ada.1', '1234'));
  });
});

describe('R11 the name of a challenge', () => {
  it('tells whose it is, and can’t be guessed', () => {
    const names = Array.from({ length: 1000 }, () => newChallengeId(sub));
    expect(new Set(names).size).toBe(1000);
    expect(names.every((name) => accountOf(name) === sub)).toBe(true);
    expect(names[0]?.slice(sub.length)).toMatch(/^\.[\w-]{22}$/);
  });

  it('may be a job’s id in the queue, where a colon is forbidden', () => {
    expect(newChallengeId(sub)).not.toContain(':');
  });

  it.each(['', '.', 'no dot', '.nobody', 'nothing.'])('%j is none', (text) => {
    expect(accountOf(text)).toBeUndefined();
  });
});
