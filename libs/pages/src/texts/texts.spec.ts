import { describe, expect, it } from '@jest/globals';
import { languages } from '../language.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { textsIn } from './texts.ts';

function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

const placeholders = (text: unknown) => (typeof text === 'string' ? (text.match(/\{\w+\}/g) ?? []).sort() : []);

describe('the texts', () => {
  it('exist in every language, with the same words to be filled in', () => {
    const shape = leaves(en).map(([path, text]) => [path, typeof text, placeholders(text)]);
    for (const language of languages) {
      expect(leaves(textsIn(language)).map(([path, text]) => [path, typeof text, placeholders(text)])).toEqual(shape);
    }
  });

  it('are Russian in Russian: no sentence was left untranslated', () => {
    const foreign = leaves(ru).filter(([, text]) => typeof text === 'string' && !/[а-яё]/i.test(text));
    expect(foreign).toEqual([]);
  });

  it.each([
    [0, 'Осталось 0 попыток'],
    [1, 'Осталась 1 попытка'],
    [2, 'Осталось 2 попытки'],
    [5, 'Осталось 5 попыток'],
    [11, 'Осталось 11 попыток'],
    [21, 'Осталась 21 попытка'],
    [22, 'Осталось 22 попытки'],
  ])('count tries in Russian: %i', (count, text) => {
    expect(ru.code.triesLeft(count)).toBe(text);
  });

  it.each([
    [3, 'Введите последние 3 цифры', 'Type the last 3 digits'],
    [4, 'Введите последние 4 цифры', 'Type the last 4 digits'],
    [5, 'Введите последние 5 цифр', 'Type the last 5 digits'],
    [10, 'Введите последние 10 цифр', 'Type the last 10 digits'],
  ])('count digits: %i', (count, russian, english) => {
    expect([ru.code.title(count), en.code.title(count)]).toEqual([russian, english]);
  });

  it.each([
    [0, '1 second', '1 секунду'],
    [1, '1 second', '1 секунду'],
    [2.1, '3 seconds', '3 секунды'],
    [30, '30 seconds', '30 секунд'],
    [60, '1 minute', '1 минуту'],
    [61, '2 minutes', '2 минуты'],
    [900, '15 minutes', '15 минут'],
    [3600, '1 hour', '1 час'],
    [7500, '2 hours 5 minutes', '2 часа 5 минут'],
    [86_400, '24 hours', '24 часа'],
  ])('say how long %d seconds are, never too short', (seconds, english, russian) => {
    const inRussian = ru.time.duration(seconds);
    expect([en.time.duration(seconds), inRussian.replaceAll('\u00a0', ' ')]).toEqual([english, russian]);
    // A line does not end between a number and what it counts.
    expect(inRussian).not.toMatch(/\d /);
  });

  it.each([
    [1, 'В течение 1 дня'],
    [21, 'В течение 21 дня'],
    [30, 'В течение 30 дней'],
  ])('count days of trust in the genitive: %i', (days, text) => {
    expect(ru.trust.text(days)).toContain(text);
  });
});
