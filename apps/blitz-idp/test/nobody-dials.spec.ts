import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Town } from './support/town.ts';

describe('when no dialler runs', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open({ variables: { BLITZ_ROLES: 'web' } });
  });
  afterAll(() => town.close());

  it('R17 a call that nobody took in time is never made, and paid back', async () => {
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.submits('/blitz/login/method/flashCall');
    town.clock.passes({ sec: 61 });
    expect((await ada.opens(ada.page.url)).text).toMatch(/call again|try again/i);
    expect(await ada.calls()).toHaveLength(0);
    for (let again = 0; again < 10; again += 1) {
      await ada.submits('/blitz/login/method/flashCall');
      town.clock.passes({ sec: 61 });
      await ada.opens(ada.page.url);
    }
    expect(ada.page.text).not.toMatch(/paused/i);
  });
});
