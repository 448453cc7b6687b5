import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Challenges, MoveCall, type Ring } from '@blitz/factors';
import { EventReader } from './support/event-reader.ts';
import { Town } from './support/town.ts';
import { until } from './support/until.ts';
import type { Visitor } from './support/visitor.ts';

async function moved(town: Town, { account }: Visitor, ring: Ring): Promise<boolean> {
  const { challenge } = await town.service.get(Challenges).look(account.sub);
  return town.service.get(MoveCall).execute({ challengeId: challenge?.id ?? '', ring });
}

describe('the live state of a call', () => {
  let town: Town;
  beforeAll(async () => {
    town = await Town.open();
  });
  afterAll(() => town.close());

  function listens(ada: Visitor): Promise<EventReader> {
    return EventReader.open(ada, `/blitz/login/method/flashCall/events?${new URLSearchParams({ bo: ada.bo() }).toString()}`);
  }

  /** A call that the provider takes its time for, so that each state can be seen. */
  async function slowCall(delayMs = 300): Promise<Visitor> {
    const ada = await town.person();
    await town.administrator.makesProvider(ada.phone, 'slow', delayMs);
    await ada.atTheSecondFactor();
    await ada.submits('/blitz/login/method/flashCall');
    return ada;
  }

  it('tells from the press to the right digits: dialling, awaiting, confirmed, and then the stream ends', async () => {
    const ada = await slowCall();
    const events = await listens(ada);
    await until(() => events.states().includes('awaiting'));
    expect(events.states().filter((state) => state !== 'queued')).toEqual(['dialling', 'awaiting']);
    expect(events.last()).toMatchObject({ state: 'awaiting', triesLeft: 3 });
    expect(Number(events.last()?.['expiresInSec'])).toBeGreaterThan(110);
    await ada.enters(await ada.wrongDigits());
    await until(() => events.last()?.['triesLeft'] === 2);
    await ada.enters(await ada.lastDigits());
    await until(() => events.ended);
    expect(events.states().at(-1)).toMatch(/confirmed|closed/);
  });

  it('tells that only another call helps', async () => {
    const ada = await slowCall(50);
    const events = await listens(ada);
    await until(() => events.states().includes('awaiting'));
    const wrong = await ada.wrongDigits();
    await ada.enters(wrong, wrong, wrong);
    await until(() => events.ended);
    expect(events.last()).toEqual({ state: 'closed' });
  });

  it('tells every open tab of the same login', async () => {
    const ada = await slowCall();
    const tabs = [await listens(ada), await listens(ada), await listens(ada)];
    await until(() => tabs.every((tab) => tab.states().includes('awaiting')));
    for (const tab of tabs) tab.close();
  });

  it('tells what the phone does, on the page with scripts and without, and to headless clients', async () => {
    const ada = await slowCall();
    const events = await listens(ada);
    await until(() => events.states().includes('dialling'));
    const moves = (ring: Ring): Promise<boolean> => moved(town, ada, ring);
    expect(await moves('ringing')).toBe(true);
    await until(() => events.last()?.['live'] === 'ringing');
    await until(() => events.states().includes('awaiting'));
    expect(await moves('busy')).toBe(true);
    await until(() => events.last()?.['live'] === 'busy');
    expect(await moves('ringing')).toBe(false);
    expect((await ada.opens(ada.page.url)).text).toContain('Your line was busy, or the call was rejected.');
    const told = await ada.asks(ada.page.url, { headers: { accept: 'application/json' } });
    expect(await told.json()).toMatchObject({ state: 'awaiting', ring: 'busy' });
    await ada.enters(await ada.lastDigits());
    await until(() => events.ended);
    expect(await moves('answered')).toBe(false);
  });

  it('says that it takes longer than usual, without being asked', async () => {
    const ada = await slowCall(2_000);
    expect(ada.page.text).not.toContain('longer than usual');
    const events = await listens(ada);
    await until(() => events.states().includes('dialling'));
    events.close();
    town.clock.passes({ sec: 15 });
    const later = await listens(ada);
    await until(() => later.last()?.['live'] === 'slow');
    expect((await ada.opens(ada.page.url)).text).toContain('It takes longer than usual.');
    later.close();
  });

  it('R14 holds no code, no caller, no phone number', async () => {
    const ada = await slowCall();
    const events = await listens(ada);
    await until(() => events.states().includes('awaiting'));
    const [call] = await ada.calls();
    for (const secret of [call?.from.slice(1) ?? 'none', ada.phone.slice(1), ada.phone.slice(-7), call?.from.slice(-7) ?? 'none']) {
      expect(events.text).not.toContain(secret);
    }
    expect(new Set(events.all().flatMap((event) => Object.keys(event)))).toEqual(new Set(['state', 'triesLeft', 'nextCallInSec', 'expiresInSec']));
    events.close();
  });

  it('is an event stream that no proxy holds back and nobody stores', async () => {
    const ada = await slowCall(10);
    const events = await listens(ada);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    expect(events.headers.get('cache-control')).toContain('no-store');
    expect(events.headers.get('x-accel-buffering')).toBe('no');
    events.close();
  });

  it('is told to nobody else: not without cookies, not in another browser, not before the password', async () => {
    const ada = await slowCall(10);
    const url = `/blitz/login/method/flashCall/events?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
    const eve = await (await town.person()).atTheSecondFactor();
    expect((await ada.elsewhere().asks(url)).status).toBe(400);
    expect((await eve.asks(url)).status).toBe(400);
    const bob = await town.person();
    await bob.goesToShop();
    const before = await bob.asks(`/blitz/login/method/flashCall/events?${new URLSearchParams({ bo: bob.bo() }).toString()}`);
    expect(before.status).toBe(410);
  });

  it('has room for a few tabs, not for a thousand, and room again when they are closed', async () => {
    const ada = await slowCall(2_000);
    const open = await Promise.all(Array.from({ length: 6 }, () => listens(ada)));
    const url = `/blitz/login/method/flashCall/events?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
    expect((await ada.asks(url)).status).toBe(429);
    for (const events of open) events.close();
    await until(async () => {
      const again = await listens(ada).catch(() => undefined);
      again?.close();
      return again !== undefined;
    });
  });

  it('ends when the service stops, so that stopping does not wait for open pages', async () => {
    const { service, base } = await town.another();
    const ada = await slowCall(2_000);
    const url = `${base}/login/method/flashCall/events?${new URLSearchParams({ bo: ada.bo() }).toString()}`;
    const events = await EventReader.open(ada, url);
    const stopped = service.stop();
    await until(() => events.ended, 1_000);
    await stopped;
  });
});
