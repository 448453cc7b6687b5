import { describe, expect, it } from '@jest/globals';
import type { Attributes } from '../account/account.ts';
import { readSearch } from './read-search.ts';
import { searchWords } from './search-words.ts';

const found = (asked: string, login: string, attributes: Attributes = {}): boolean => {
  const words = searchWords({ login, attributes }, 'RU');
  const terms = readSearch(asked, 'RU');
  return terms.length > 0 && terms.every((term) => term.some((beginning) => words.some((word) => word.startsWith(beginning))));
};

describe('a search', () => {
  const petr = { name: 'Пётр Иванович Римский-Корсаков', email: 'Petr@Example.org', phone_number: '+79161234567' };

  it.each([
    ['p.rim', 'the beginning of the login'],
    ['P.RIM', 'any case'],
    ['petr@ex', 'the beginning of the e-mail address'],
    ['петр', 'a name without its accents'],
    ['ПЁТР', 'a name with them'],
    ['рим петр', 'names in any order'],
    ['Римский-Корсаков, Пётр', 'a name as lists write it'],
    ['корсаков', 'the second half of a name'],
    ['+7 916 123-45-67', 'the number'],
    ['8 (916) 123-45-67', 'the number as it is dialled in its country'],
    ['9161234567', 'the national number'],
    ['79161', 'the beginning of the number'],
    ['916 12', 'the beginning of the national number'],
    ['4567', 'the last four digits'],
    ['123-45-67', 'the last seven digits'],
  ])('%s finds a person by %s', (asked) => {
    expect(found(asked, 'p.rimsky', petr)).toBe(true);
  });

  it.each(['rimsky', 'example.org', 'иванов корсаков петр анна', '567', '5678', '79162', 'n phone_number', ' r7654321', 'р'.repeat(300)])('%s does not find them', (asked) => {
    expect(found(asked, 'p.rimsky', petr)).toBe(false);
  });

  it.each(['', ' ', '\t\n', '\u200b', '\u0301'])('for nothing (%j) has no terms', (asked) => {
    expect(readSearch(asked)).toEqual([]);
  });

  it.each(['"ada', '(ada', '+', '-', '((', "o'brien", '%', '_a', '\u0000'])('survives %j', (asked) => {
    for (const term of readSearch(asked)) expect(term.length).toBeGreaterThan(0);
  });

  it('finds a login with a space, and one that looks like a number', () => {
    expect([found('lee anna', 'anna lee'), found('12-34', '12-34-x'), found('2024', '2024.ada')]).toEqual([true, true, true]);
  });

  it('keeps words within what an index holds, however long a name is', () => {
    const words = searchWords({ login: 'a', attributes: { name: 'ﷺ'.repeat(1024), nickname: 'a b c d '.repeat(128) } });
    expect(words.every((word) => Buffer.byteLength(word) <= 2_000)).toBe(true);
    expect(words.length).toBeLessThanOrEqual(60);
  });

  it('counts a number of any attribute, and none that is no number', () => {
    expect(searchWords({ login: 'a', attributes: { mobile: '8 916 123-45-67', phone_number: '12' } }, 'RU').filter((word) => word.startsWith(' n'))).toEqual([' n mobile']);
  });
});
