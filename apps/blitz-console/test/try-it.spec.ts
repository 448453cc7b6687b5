import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

const docs = '/blitz/admin/api/docs';

describe('the page on which the admin API is tried', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('comes from our own files alone, and may be framed by nobody', async () => {
    const page = await fetch(`${town.url}${docs}`);
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(html).not.toMatch(/<script(?! src="\/blitz\/admin\/api\/docs\/)/);
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('has its files compressed, and not twice', async () => {
    for (const [file, type] of [['swagger-ui-bundle.js', 'text/javascript'], ['swagger-ui.css', 'text/css'], ['try-it.js', 'text/javascript'], ['try-it.css', 'text/css']] as const) {
      const url = `${town.url}${docs}/${file}`;
      const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
      expect([answer.status, answer.headers.get('content-encoding'), answer.headers.get('content-type')]).toEqual([200, 'gzip', `${type}; charset=utf-8`]);
      const plain = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
      expect(await plain.text()).toBe(await answer.text());
      expect((await fetch(url, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status).toBe(304);
    }
  });

  it.each(['/../package.json', '/swagger-ui.css.map', '/%2e%2e/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/try-it.js/'])('leads to no other file: %s', async (path) => {
    expect([401, 404]).toContain((await fetch(`${town.url}${docs}${path}`)).status);
  });
});
