import { beforeEach, describe, expect, it } from '@jest/globals';
import { written } from '../fakes/written.ts';
import type { ProcedureStore } from '../store/procedure-store.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };

/** What every ProcedureStore must do. `make` answers an empty one for each test. */
export function procedureStoreContract(name: string, make: () => Promise<ProcedureStore>): void {
  describe(`${name} keeps procedures`, () => {
    let store: ProcedureStore;
    beforeEach(async () => {
      store = await make();
    });
    keepsVersions(() => store);
    keepsPlans(() => store);
    keepsSecrets(() => store);
    movesItsMark(() => store);
  });
}

function keepsVersions(store: () => ProcedureStore): void {
  it('answers the latest version of each, and any older one by its number', async () => {
    await store().save(written('a', 'first «Мария» \\ "'), { ...stamp, expectedVersion: 0 });
    await store().save(written('a', 'second'), { ...stamp, expectedVersion: 1 });
    await store().save(written('b'), { ...stamp, expectedVersion: 0 });
    expect((await store().set()).procedures).toEqual([
      { ...written('a', 'second'), version: 2 },
      { ...written('b'), version: 1 },
    ]);
    expect(await store().find('a', 1)).toEqual({ ...written('a', 'first «Мария» \\ "'), version: 1 });
    for (const [key, version] of [['a', 3], ['c', 1], ['a', 0], ['a', 1.5], ['a', Number.NaN]] as const) {
      expect(await store().find(key, version)).toBeUndefined();
    }
  });

  it('tells who saved which version, the newest first', async () => {
    for (const expectedVersion of [0, 1, 2]) await store().save(written('a', `${expectedVersion}`), { ...stamp, expectedVersion });
    const history = await store().history('a', 2);
    expect(history.map(({ version, source }) => [version, source])).toEqual([[3, '2'], [2, '1']]);
    expect(history[0]).toMatchObject(stamp);
    expect((await store().history('a', 5, 3)).map(({ version }) => version)).toEqual([2, 1]);
    expect(await store().history('a', 5, 1)).toEqual([]);
  });

  it('lets exactly one of many parallel saves win', async () => {
    for (const expectedVersion of [0, 1]) {
      const saves = Array.from({ length: 5 }, (_, at) => store().save(written('a', `${at}`), { ...stamp, expectedVersion }));
      const done = await Promise.allSettled(saves);
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const each of done) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'procedure_changed_meanwhile' });
    }
    await expect(store().save(written('a'), { ...stamp, expectedVersion: 1 })).rejects.toMatchObject({ code: 'procedure_changed_meanwhile' });
  });
}

function keepsPlans(store: () => ProcedureStore): void {
  it('has no plan before one is saved, and then the last one', async () => {
    expect(await store().set()).toMatchObject({ plan: [], planVersion: 0 });
    const entry = { procedure: 'a', destinations: ['RU', '+7900'], enabled: true };
    expect(await store().savePlan([entry], { ...stamp, expectedVersion: 0 })).toBe(1);
    expect(await store().savePlan([{ ...entry, enabled: false }], { ...stamp, expectedVersion: 1 })).toBe(2);
    await expect(store().savePlan([], { ...stamp, expectedVersion: 1 })).rejects.toMatchObject({ code: 'plan_changed_meanwhile' });
    expect(await store().set()).toMatchObject({ plan: [{ ...entry, enabled: false }], planVersion: 2 });
  });
}

function keepsSecrets(store: () => ProcedureStore): void {
  it('answers secrets as they were sealed, the last one of each name', async () => {
    await store().saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'one' }, stamp);
    await store().saveSecret({ name: 'token', hosts: ['sms.ru', 'pbx.example.org:8089'], sealed: 'two' }, stamp);
    await store().saveSecret({ name: 'key', hosts: ['sms.ru'], sealed: 'three' }, stamp);
    expect((await store().set()).secrets).toEqual([
      { name: 'key', hosts: ['sms.ru'], sealed: 'three' },
      { name: 'token', hosts: ['sms.ru', 'pbx.example.org:8089'], sealed: 'two' },
    ]);
    expect([await store().deleteSecret('token'), await store().deleteSecret('token')]).toEqual([true, false]);
    expect((await store().set()).secrets).toHaveLength(1);
  });

  it('tells of each secret who gave it its value and where it may go, and nothing of the value', async () => {
    await store().saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'one' }, stamp);
    await store().saveSecret({ name: 'token', hosts: ['sms.ru', 'pbx.example.org'], sealed: 'two' }, { ...stamp, author: 'another admin' });
    const known = await store().knownSecrets();
    expect(known).toEqual([{ name: 'token', hosts: ['sms.ru', 'pbx.example.org'], author: 'another admin', at: expect.any(Number) }]);
  });

  it('seals anew only what nobody saved meanwhile, and moves no secret to other hosts', async () => {
    await store().saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'one' }, stamp);
    expect(await store().resealSecret({ name: 'token', hosts: ['evil.example'], sealed: 'one again' }, 'one')).toBe(true);
    expect(await store().resealSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'late' }, 'one')).toBe(false);
    expect((await store().set()).secrets).toEqual([{ name: 'token', hosts: ['sms.ru'], sealed: 'one again' }]);
  });
}

function movesItsMark(store: () => ProcedureStore): void {
  it('moves its mark with whatever is saved, and only then', async () => {
    const marks = [await store().mark(), await store().mark()];
    expect(marks[0]).toBe(marks[1]);
    const deeds = [
      () => store().save(written('a'), { ...stamp, expectedVersion: 0 }),
      () => store().savePlan([], { ...stamp, expectedVersion: 0 }),
      () => store().saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'one' }, stamp),
      () => store().deleteSecret('token'),
    ];
    for (const deed of deeds) {
      await deed();
      marks.push(await store().mark());
    }
    expect(new Set(marks).size).toBe(5);
    expect((await store().set()).mark).toBe(marks.at(-1));
  });
}
