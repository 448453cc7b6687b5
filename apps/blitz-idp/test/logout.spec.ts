import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

describe('logging out without a session', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  it('shows a page of ours, without a script in it, and ends well', async () => {
    const ada = await town.person();
    const page = await ada.opens(`${town.base}/oauth/logout`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('/blitz/assets/');
    expect(page.html).not.toMatch(/<script>/);
    expect((await ada.submits('/blitz/oauth/logout/confirm', { logout: 'yes' })).status).toBe(200);
    expect(ada.page.text).toMatch(/logged out/i);
  });
});
