import { describe, expect, it } from '@jest/globals';
import { elements } from '../test/elements.ts';
import { gallery } from './gallery.ts';
import { languages } from './language.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='x' \u202Egnp.exe 🏴‍☠️ & <!-- ]]> `;
const words = { application: hostile, person: hostile, login: hostile, number: hostile, id: hostile, csrf: hostile };

const every = languages.flatMap((language) => {
  const attacked = gallery(language, undefined, words);
  return [...gallery(language)].map(([name, html]) => ({ language, name, html, attacked: attacked.get(name) ?? '' }));
});

describe.each(every)('$name in $language', ({ language, html, attacked }) => {
  const all = elements(html);
  const named = (name: string) => all.filter((each) => each.name === name);

  it('has a language, a title, a main part and one heading', () => {
    expect(html).toMatch(/^<!doctype html><html lang="(en|ru)">/);
    expect(named('html')[0]?.attributes.get('lang')).toBe(language);
    expect(html).toMatch(/<title>[^<]{5,} · Blitz<\/title>/);
    expect([named('main').length, named('h1').length, named('header').length, named('footer').length]).toEqual([1, 1, 1, 1]);
  });

  it('obeys the strict policy: no styles, scripts or handlers in the page', () => {
    for (const page of [html, attacked]) {
      const attributes = elements(page).flatMap(({ attributes: each }) => [...each.keys()]);
      expect(attributes.filter((each) => each === 'style' || each === 'srcdoc' || each.startsWith('on'))).toEqual([]);
      expect(page.match(/<style|<script[^>]*>[^<]/g)).toBeNull();
      expect(elements(page).filter((each) => each.name === 'script' && !each.attributes.has('src'))).toEqual([]);
    }
  });

  it('has the same elements whatever strangers call themselves', () => {
    const skeleton = (page: string) => elements(page).map(({ name }) => name).filter((name) => name !== 'b' && name !== 'span');
    expect(skeleton(attacked)).toEqual(skeleton(html));
    expect(attacked).not.toContain('<script>alert');
    expect(attacked).not.toContain('<img');
  });

  it('sends every form by POST with the anti-forgery token', () => {
    const forms = html.split('<form').slice(1);
    for (const form of forms) {
      expect(form).toMatch(/^ method="post" action="\/[^"]*"/);
      expect(form.slice(0, form.indexOf('</form>'))).toContain('<input type="hidden" name="csrf" value="sample-token"');
    }
  });

  it('names every field', () => {
    const labels = new Set(named('label').map(({ attributes }) => attributes.get('for')));
    for (const { attributes } of named('input').filter((each) => each.attributes.get('type') !== 'hidden')) {
      expect(labels).toContain(attributes.get('id'));
      for (const id of attributes.get('aria-describedby')?.split(' ') ?? []) expect(html).toContain(`id="${id}"`);
    }
  });

  it('offers the other language under the same address', () => {
    const links = named('a').filter(({ attributes }) => attributes.has('hreflang'));
    expect(links.map(({ attributes }) => attributes.get('href')?.split('?')[1])).toEqual(['lang=en', 'lang=ru']);
  });
});

describe('the pages together', () => {
  it.each(languages)('have titles that tell them apart (%s)', (language) => {
    const titles = [...gallery(language).values()].map((html) => /<title>([^<]*)/.exec(html)?.[1]);
    const kinds = new Set(titles);
    expect(kinds.size).toBeGreaterThanOrEqual(35);
    expect(titles.every((title) => title?.includes('Demo application'))).toBe(true);
  });

  it('say it first in the title when something went wrong', () => {
    expect(gallery('en').get('code-wrong')).toContain('<title>Error: Type the last 4 digits');
    expect(gallery('ru').get('password-wrong')).toContain('<title>Ошибка: Вход');
  });
});
