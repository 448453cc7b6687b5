import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Service } from '@blitz/platform';
import { Town } from './support/town.ts';
import { claimsIn } from './support/visitor.ts';

describe('a process for the web and others for the calls', () => {
  let town: Town;
  const diallers: { readonly service: Service; readonly base: string }[] = [];
  beforeAll(async () => {
    town = await Town.open({ variables: { BLITZ_ROLES: 'web' } });
    diallers.push(await town.another({ BLITZ_ROLES: 'dialler' }), await town.another({ BLITZ_ROLES: 'dialler' }));
  });
  afterAll(async () => {
    for (const { service } of diallers) await service.stop();
    await town.close();
  });

  it('work together: the web asks, one of the diallers calls', async () => {
    const ada = await (await town.person()).logsIn();
    expect(claimsIn((await ada.tokens()).id_token)).toMatchObject({ amr: ['pwd', 'tel', 'mfa', 'mca'] });
    expect(await ada.calls()).toHaveLength(1);
  });

  it('R3 with several diallers every press is one call', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => town.person()));
    for (const person of people) await person.atTheSecondFactor();
    await Promise.all(people.map((person) => person.asksForCall()));
    for (const person of people) expect(await person.calls()).toHaveLength(1);
  });

  it('the web makes no call itself: without diallers the calls wait, and who comes back takes them', async () => {
    for (const { service } of diallers.splice(0)) await service.stop();
    const ada = await (await town.person()).atTheSecondFactor();
    await ada.submits('/blitz/login/method/flashCall');
    expect(ada.page.text).toMatch(/about to call you/i);
    expect(await ada.calls()).toHaveLength(0);
    diallers.push(await town.another({ BLITZ_ROLES: 'dialler' }));
    await ada.waitsForTheDialler();
    expect(await ada.calls()).toHaveLength(1);
  });

  it('a dialler serves no login and no protocol, but tells how it is', async () => {
    const { base } = diallers[0] ?? { base: '' };
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(`${base}${path}`)).status).toBe(200);
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('blitz_dial_seconds');
    for (const path of ['/login', '/login/methods/password', '/login/methods2/flashCall', '/oauth/ae', '/.well-known/openid-configuration', '/.well-known/jwks']) {
      expect((await fetch(`${base}${path}`, { redirect: 'manual' })).status).toBe(404);
    }
  });
});
