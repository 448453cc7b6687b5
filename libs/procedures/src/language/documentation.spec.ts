import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { declarations } from './language-files.ts';

const page = readFileSync(new URL('../../../../docs/procedures.md', import.meta.url), 'utf8');

describe('docs/procedures.md', () => {
  it('holds the types as the compiler knows them', () => {
    const [, held] = /<!-- procedure\.d\.ts: [^\n]*-->\n````ts\n([^]*?)````\n<!-- \/procedure\.d\.ts -->/.exec(page) ?? [];
    expect(held).toBe(declarations());
  });

  it('leads to nothing that is not there', () => {
    const titles = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title.toLowerCase().replaceAll(/[^\w\s-]/g, '').replaceAll(' ', '-'));
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !titles.includes(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(10);
  });
});
