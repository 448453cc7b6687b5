import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsStore } from '../saved/settings-store.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };

/** What every SettingsStore must do. `make` answers an empty one for each test. */
export function settingsStoreContract(name: string, make: () => Promise<SettingsStore>): void {
  describe(`${name} keeps saved settings`, () => {
    let store: SettingsStore;
    beforeEach(async () => {
      store = await make();
    });
    savesAndAnswers(() => store);
    refusesStaleSaves(() => store);
    tellsItsHistory(() => store);
  });
}

function savesAndAnswers(store: () => SettingsStore): void {
  it('has no version before the first save', async () => {
    expect(await store().latest()).toBeUndefined();
    expect(await store().history(10)).toEqual([]);
  });

  it('answers what was saved last, with author and time', async () => {
    const values = {
      'lang.available': ['ru', 'en'],
      'login.required-factor': 2,
      'login.factors': [[{ method: 'password', enabled: true }], []],
    };
    const version = await store().save(values, { ...stamp, expectedVersion: 0 });
    const latest = await store().latest();
    expect(version).toBeGreaterThan(0);
    expect(latest).toMatchObject({ version, values, author: 'admin' });
    expect(typeof latest?.at).toBe('number');
    expect(latest?.at).toBeGreaterThan(0);
  });

  it('keeps texts of any script, quotes and names that are special to JavaScript', async () => {
    const values = JSON.parse('{"__proto__":1,"ключ":"«Мария» O\'Neil \\" \\\\ 🙂","a.b.\\"2\\".c":null}') as Record<
      string,
      unknown
    >;
    await store().save(values, { ...stamp, expectedVersion: 0 });
    expect(JSON.stringify(sorted((await store().latest())?.values ?? {}))).toBe(JSON.stringify(sorted(values)));
  });

  it('gives each save a higher version', async () => {
    const first = await store().save({ a: 1 }, { ...stamp, expectedVersion: 0 });
    const second = await store().save({ a: 2 }, { ...stamp, expectedVersion: first });
    const third = await store().save({ a: 3 }, { ...stamp, expectedVersion: second });
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect((await store().latest())?.values).toEqual({ a: 3 });
  });
}

function refusesStaleSaves(store: () => SettingsStore): void {
  it('refuses a save by someone who looked at an older version, and changes nothing', async () => {
    const first = await store().save({ a: 1 }, { ...stamp, expectedVersion: 0 });
    const second = await store().save({ a: 2 }, { ...stamp, expectedVersion: first });
    for (const expectedVersion of [0, first, second + 1]) {
      await expect(store().save({ a: 9 }, { ...stamp, expectedVersion })).rejects.toMatchObject({
        code: 'settings_changed_meanwhile',
      });
    }
    expect(await store().latest()).toMatchObject({ version: second, values: { a: 2 } });
  });

  it('lets exactly one of two parallel saves win, also the very first', async () => {
    let version = 0;
    for (let round = 1; round <= 5; round += 1) {
      const saves = [0, 1].map((side) => store().save({ round, side }, { ...stamp, expectedVersion: version }));
      const results = await Promise.allSettled(saves);
      const won = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
      const lost = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      expect(won).toHaveLength(1);
      expect(lost).toEqual([expect.objectContaining({ code: 'settings_changed_meanwhile' })]);
      version = won[0] ?? Number.NaN;
    }
    expect(await store().history(10)).toHaveLength(5);
  });
}

function tellsItsHistory(store: () => SettingsStore): void {
  it('tells its history, newest first, page by page, with who saved from where', async () => {
    const versions = [0];
    for (let save = 1; save <= 5; save += 1) {
      const { browser } = stamp;
      versions.push(
        await store().save(
          { save },
          { author: `admin${String(save)}`, address: '2001:db8::1', browser, expectedVersion: versions[save - 1] ?? 0 },
        ),
      );
    }
    const page = await store().history(2);
    expect(page.map(({ values }) => values)).toEqual([{ save: 5 }, { save: 4 }]);
    expect(page[0]).toMatchObject({ version: versions[5], author: 'admin5', address: '2001:db8::1', browser: 'Firefox' });
    expect((await store().history(10, versions[4])).map(({ version }) => version)).toEqual([
      versions[3],
      versions[2],
      versions[1],
    ]);
    expect(await store().history(10, versions[1])).toEqual([]);
  });
}

function sorted(values: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
}
