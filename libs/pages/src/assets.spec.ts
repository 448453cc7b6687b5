import { describe, expect, it } from '@jest/globals';
import { assets, assetPath } from './assets.ts';
import { gallery } from './gallery.ts';

const paths = new Set(assets.map(({ path }) => path));
const textOf = (name: string) => assets.find(({ path }) => path === assetPath(name))?.body.toString() ?? '';

describe('the assets', () => {
  it('carry a hash of their content in their name, each its own', () => {
    for (const path of paths) expect(path).toMatch(/^\/blitz\/assets\/[a-z-]+\.[0-9a-f]{8}\.(css|js|svg|woff2)$/);
    expect(paths.size).toBe(assets.length);
  });

  it('are all that pages, style sheet and scripts ask for, and nothing is fetched from elsewhere', () => {
    const asked = [...gallery('ru').values(), textOf('login.css'), textOf('page.js'), textOf('live.js')].flatMap(
      (text) => text.match(/\/blitz\/assets\/[\w.-]+/g) ?? [],
    );
    expect(asked.filter((path) => !paths.has(path))).toEqual([]);
    for (const name of ['login.css', 'page.js', 'live.js']) expect(textOf(name)).not.toMatch(/https?:|@import|url\((?!\/blitz\/assets\/)/);
  });

  it.each(['page.js', 'live.js', 'countdown.js'])('%s stays small', (name) => {
    expect(Buffer.byteLength(textOf(name))).toBeLessThan(4096);
  });

  it('refuses a name that it does not have', () => {
    expect(() => assetPath('other.css')).toThrow('there is no asset');
  });
});
