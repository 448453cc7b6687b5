import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@blitz/kernel';
import { inWords } from './in-words.ts';
import { Refusal } from './refusal.ts';

describe('what went wrong, for whoever typed the command', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['procedure_changed_meanwhile', {}, /^Somebody else saved this procedure meanwhile: look with `procedure list` and try again\.$/],
    ['plan_changed_meanwhile', {}, /^Somebody else saved the plan meanwhile: look with `procedure list` and try again\.$/],
    ['plan_invalid', { at: '0.procedure', expected: 'the key of a saved procedure' }, /^0\.procedure: expected the key/],
    ['plan_invalid', { at: '', expected: 'a list' }, /^expected a list$/],
    ['secret_invalid', { field: 'hosts', expected: 'a list' }, /^--host: expected a list$/],
    ['secret_in_use', { usedBy: 'sms-ru, bird' }, /used by sms-ru, bird and stays/],
    ['secret_unknown', {}, /no such secret/],
    ['secret_unreadable', { name: 'token', reason: 'no master key opens the secret "token"' }, /no master key opens the secret "token"/],
  ])('%s %j is a sentence', (code, details, sentence) => {
    expect(inWords(new DomainError(code, details))).toMatch(sentence);
  });

  it('is said as it was written where a sentence was written', () => {
    expect(inWords(new Refusal('--file is missing'))).toBe('--file is missing');
  });

  it('is left to others when it is none of ours', () => {
    expect(inWords(new Error('ECONNREFUSED'))).toBeUndefined();
  });

  it('is told by its code where nobody has words for it', () => {
    expect(inWords(new DomainError('constructor', { a: 1 }))).toBe('constructor {"a":1}');
  });
});
