import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { SystemClock } from '@blitz/kernel';
import { fakeFileSettings } from './fakes/fake-file-settings.ts';
import { FakeSettingsSignal } from './fakes/fake-settings-signal.ts';
import { FakeSettingsStore } from './fakes/fake-settings-store.ts';
import { LiveSettings } from './live-settings.ts';
import type { SettingsConcern } from './saved/settings-concern.ts';
import { SaveSettings } from './saved/save-settings.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const length = 'login.methods.flashCall.profiles."2".psw-length';

describe('settings of a running service', () => {
  const file = fakeFileSettings();
  let store: FakeSettingsStore;
  let signal: FakeSettingsSignal;
  let concerns: SettingsConcern[];
  const running: LiveSettings[] = [];

  beforeEach(() => {
    jest.useFakeTimers();
    [store, signal, concerns] = [new FakeSettingsStore(), new FakeSettingsSignal(), []];
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((live) => live.stop()));
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  const start = async (): Promise<LiveSettings> => {
    const live = await LiveSettings.start({ file, store, signal, warn: (concern) => concerns.push(concern) });
    running.push(live);
    return live;
  };
  const save = async (changes: Record<string, unknown>): Promise<number> => {
    const expectedVersion = (await store.latest())?.version ?? 0;
    const warn = (concern: SettingsConcern): unknown => concerns.push(concern);
    const world = { clock: new SystemClock(), audit: new FakeAuditTrail(), warn };
    return new SaveSettings(file, store, signal, world).execute({
      changes,
      expectedVersion,
      ...stamp,
    });
  };
  const passes = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('are those of the file until something is saved', async () => {
    const live = await start();
    expect([live.current().flashCall.codeLength, live.version()]).toEqual([4, 0]);
  });

  it('are the saved ones from the first moment', async () => {
    await save({ [length]: 6 });
    const live = await start();
    expect([live.current().flashCall.codeLength, live.version()]).toEqual([6, 1]);
  });

  it('change within a second after a save, in every service, without being asked', async () => {
    const services = [await start(), await start()];
    await save({ [length]: 7 });
    await passes(999);
    expect(services.map((live) => live.current().flashCall.codeLength)).toEqual([7, 7]);
    expect(services.map((live) => live.effective().sources[length])).toEqual(['saved', 'saved']);
  });

  it('change by looking from time to time when the announcement was lost', async () => {
    const live = await start();
    signal.losesAnnouncements();
    await save({ [length]: 8 });
    await passes(4000);
    expect(live.current().flashCall.codeLength).toBe(4);
    await passes(1000);
    expect(live.current().flashCall.codeLength).toBe(8);
  });

  it('stay the last good ones while the store is broken, and follow again when it is back', async () => {
    const live = await start();
    await save({ [length]: 5 });
    await passes(0);
    store.breaks(new Error('the database is away'));
    await signal.announce(2);
    await passes(10_000);
    expect(live.current().flashCall.codeLength).toBe(5);
    expect(concerns.length).toBeGreaterThan(0);
    expect(concerns.every(({ what }) => what === 'reload_failed')).toBe(true);
    store.breaks();
    signal.losesAnnouncements();
    await save({ [length]: 9 });
    await passes(5000);
    expect(live.current().flashCall.codeLength).toBe(9);
  });

  it('R19 do not start at all when they can not be read, or changes could not be heard', async () => {
    store.breaks(new Error('the database is away'));
    await expect(start()).rejects.toMatchObject({
      code: 'settings_unavailable',
      cause: expect.objectContaining({ message: 'the database is away' }),
    });
    store.breaks();
    signal.breaks(new Error('Redis is away'));
    await expect(start()).rejects.toMatchObject({ code: 'settings_unavailable' });
  });

  it('ignore a saved value that is no longer valid, and warn once', async () => {
    await store.save({ [length]: 99, 'login.required-factor': 1 }, { ...stamp, expectedVersion: 0 });
    const live = await start();
    await passes(20_000);
    expect([live.current().flashCall.codeLength, live.current().login.requiredFactor]).toEqual([4, 1]);
    expect(concerns).toEqual([{ what: 'saved_value_ignored', version: 1, problem: expect.objectContaining({ key: length }) }]);
  });

  it('never go back to an older version that a lagging store answers', async () => {
    await save({ [length]: 5 });
    const older = await store.latest();
    await save({ [length]: 6 });
    const live = await start();
    jest.spyOn(store, 'latest').mockResolvedValue(older);
    await live.reload();
    expect([live.current().flashCall.codeLength, live.version()]).toEqual([6, 2]);
  });

  it('miss no save that is announced while they still load an older answer', async () => {
    const live = await start();
    const older = store.latest();
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    jest.spyOn(store, 'latest').mockImplementationOnce(() => answered.then(() => older));
    const loading = live.reload();
    await store.save({ [length]: 6 }, { ...stamp, expectedVersion: 0 });
    await signal.announce(1);
    answer();
    await loading;
    expect(live.current().flashCall.codeLength).toBe(6);
  });

  it('tell who wants to know, once per version, and survive a listener that fails', async () => {
    const live = await start();
    const heard: [number, number][] = [];
    live.onChange(() => {
      throw new Error('a bad listener');
    });
    const forget = live.onChange(({ flashCall }, version) => heard.push([flashCall.codeLength, version]));
    await save({ [length]: 5 });
    await passes(20_000);
    expect(heard).toEqual([[5, 1]]);
    expect(concerns).toMatchObject([{ what: 'listener_failed' }]);
    forget();
    await save({ [length]: 6 });
    await passes(0);
    expect(heard).toHaveLength(1);
  });

  it('hear and look no more once they are stopped', async () => {
    const live = await start();
    await live.stop();
    await live.stop();
    const looks = jest.spyOn(store, 'latest');
    await signal.announce(1);
    await passes(20_000);
    expect(looks).not.toHaveBeenCalled();
  });
});
