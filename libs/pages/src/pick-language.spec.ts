import { describe, expect, it } from '@jest/globals';
import { pickLanguage, type LanguageWishes } from './pick-language.ts';

describe('the language of a page', () => {
  it.each<[string, Partial<LanguageWishes>, 'en' | 'ru']>([
    ['what was just chosen wins over everything', { query: 'ru', cookie: 'en', uiLocales: 'en', acceptLanguage: 'en' }, 'ru'],
    ['an earlier choice wins over the application', { cookie: 'ru', uiLocales: 'en', acceptLanguage: 'en' }, 'ru'],
    ['the application wins over the browser', { uiLocales: 'de ru en', acceptLanguage: 'en' }, 'ru'],
    ['the browser is heard when nobody else spoke', { acceptLanguage: 'ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7' }, 'ru'],
    ['weights count, not places', { acceptLanguage: 'ru;q=0.4, en;q=0.8' }, 'en'],
    ['equal weights go by place', { acceptLanguage: 'de, ru;q=0.5, en;q=0.5' }, 'ru'],
    ['weight 0 means "not this one"', { acceptLanguage: 'ru;q=0, en;q=0.1' }, 'en'],
    ['regions and scripts and cases do not matter', { query: 'RU_ru' }, 'ru'],
    ['a language we do not speak is no wish', { query: 'de', cookie: 'xx', acceptLanguage: 'ru' }, 'ru'],
    ['ui_locales as an array', { uiLocales: ['de', 'ru'] }, 'ru'],
    ['spaces around a choice', { query: ' ru ' }, 'ru'],
    ['nothing at all', {}, 'en'],
  ])('%s', (_, wishes, language) => {
    expect(pickLanguage({ fallback: 'en', ...wishes })).toBe(language);
  });

  it.each<unknown>([
    '',
    ';;;,,,q=',
    'ru;q=NaN',
    'ru;q=-1',
    'ru;q=1e9',
    'русский',
    '\u0000',
    '*',
    '__proto__',
    'constructor',
    null,
    42,
    {},
    ['__proto__', null, {}],
    'x'.repeat(1_000_000),
    ','.repeat(1_000_000),
    `${'a-'.repeat(500_000)},ru`,
  ])('garbage number %# counts as no wish, and costs no time', (garbage) => {
    const started = performance.now();
    const wishes = { query: garbage, cookie: garbage, uiLocales: garbage, acceptLanguage: garbage };
    expect(pickLanguage({ ...wishes, fallback: 'ru' })).toBe('ru');
    expect(pickLanguage({ ...wishes, fallback: 'en' })).toBe('en');
    expect(performance.now() - started).toBeLessThan(100);
  });
});
