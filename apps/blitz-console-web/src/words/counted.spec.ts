import { describe, expect, it } from '@jest/globals';
import { countedEn, countedRu } from './counted.ts';

describe('numbers with their nouns', () => {
  it.each([[0, '0 accounts'], [1, '1 account'], [2, '2 accounts'], [1_000_000, '1,000,000 accounts']])('%p in English: %s', (count, text) => {
    expect(countedEn(count, 'account', 'accounts')).toBe(text);
  });

  it.each([[0, '0 записей'], [1, '1 запись'], [3, '3 записи'], [5, '5 записей'], [11, '11 записей'], [21, '21 запись'], [112, '112 записей'], [1.5, '1,5 записи']])('%p in Russian: %s', (count, text) => {
    expect(countedRu(count, 'запись', 'записи', 'записей')).toBe(text);
  });
});
