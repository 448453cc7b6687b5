import { describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { FakeSettingsSignal } from '../fakes/fake-settings-signal.ts';
import { FakeSettingsStore } from '../fakes/fake-settings-store.ts';
import { fakeFileSettings } from '../fakes/fake-file-settings.ts';
import type { SettingsConcern } from './settings-concern.ts';
import { SaveSettings } from './save-settings.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };

function office(): {
  save: (changes: unknown, expectedVersion: number) => Promise<number>;
  store: FakeSettingsStore;
  signal: FakeSettingsSignal;
  concerns: SettingsConcern[];
  audit: FakeAuditTrail;
} {
  const [store, signal, concerns] = [new FakeSettingsStore(), new FakeSettingsSignal(), [] as SettingsConcern[]];
  const audit = new FakeAuditTrail();
  const world = { clock: { now: () => 1_800_000_000_000 }, audit, warn: (concern: SettingsConcern) => concerns.push(concern) };
  const useCase = new SaveSettings(fakeFileSettings(), store, signal, world);
  return { save: (changes, expectedVersion) => useCase.execute({ changes, expectedVersion, ...stamp }), store, signal, concerns, audit };
}

describe('saving settings', () => {
  it('adds the changes to what was saved before, stamps them and announces the version', async () => {
    const { save, store, signal } = office();
    const announced: number[] = [];
    await signal.subscribe((version) => announced.push(version));
    expect(await save({ 'login.required-factor': 1 }, 0)).toBe(1);
    expect(await save({ 'login.session.ttlInSec': 9000 }, 1)).toBe(2);
    expect(await store.latest()).toMatchObject({
      version: 2,
      author: 'admin',
      values: { 'login.required-factor': 1, 'login.session.ttlInSec': 9000 },
    });
    expect((await store.history(1))[0]).toMatchObject(stamp);
    expect(announced).toEqual([1, 2]);
  });

  it('is noted in the journal with its version, and only when something was saved', async () => {
    const { save, audit } = office();
    await save({ 'login.required-factor': 1, 'login.session.ttlInSec': 9000 }, 0);
    await save({ nope: 1 }, 1).catch(() => undefined);
    await save({ 'login.required-factor': 2 }, 0).catch(() => undefined);
    const details = { version: 1, changed: 2 };
    const noted = { type: 'settings_saved', at: 1_800_000_000_000, address: '192.0.2.1', userAgent: 'Firefox', details };
    expect(audit.events).toEqual([noted]);
  });

  it('takes a key back to the file with null', async () => {
    const { save, store } = office();
    await save({ 'login.required-factor': 1, 'login.session.ttlInSec': 9000 }, 0);
    await save({ 'login.required-factor': null }, 1);
    expect((await store.latest())?.values).toEqual({ 'login.session.ttlInSec': 9000 });
  });

  it.each<[string, unknown]>([
    ['a wrong value', { 'login.required-factor': 3 }],
    ['an unknown key', { nope: 1 }],
    ['an unknown key that is to go back to the file', { nope: null }],
    ['no object', []],
    ['what contradicts the file', { 'login.displayNameAttr': 'nickname' }],
    ['a good and a bad one', { 'login.required-factor': 1, 'lang.default': 'de' }],
  ])('refuses %s and saves nothing', async (_, changes) => {
    const { save, store } = office();
    await expect(save(changes, 0)).rejects.toMatchObject({
      code: 'settings_invalid',
      problems: [{ expected: expect.stringMatching(/\w/) }],
    });
    expect(await store.latest()).toBeUndefined();
  });

  it('refuses a change that contradicts what was saved before', async () => {
    const { save } = office();
    await save({ 'lang.default': 'ru', 'lang.available': ['ru'] }, 0);
    await expect(save({ 'lang.default': null }, 1)).rejects.toMatchObject({ code: 'settings_invalid' });
    expect(await save({ 'lang.default': null, 'lang.available': null }, 1)).toBe(2);
  });

  it('refuses a person who looked at an older version', async () => {
    const { save, store } = office();
    await save({ 'login.required-factor': 1 }, 0);
    await expect(save({ 'login.required-factor': 2 }, 0)).rejects.toMatchObject({ code: 'settings_changed_meanwhile' });
    expect(await store.latest()).toMatchObject({ version: 1, values: { 'login.required-factor': 1 } });
  });

  it('leaves alone what another version of the product has saved', async () => {
    const { save, store } = office();
    await store.save(
      { 'login.of-tomorrow': { x: 1 }, 'login.required-factor': 'of yesterday' },
      { ...stamp, expectedVersion: 0 },
    );
    await save({ 'login.session.ttlInSec': 9000 }, 1);
    expect((await store.latest())?.values).toEqual({
      'login.of-tomorrow': { x: 1 },
      'login.required-factor': 'of yesterday',
      'login.session.ttlInSec': 9000,
    });
  });

  it('refuses a wrong value also where a wrong one was saved before', async () => {
    const { save, store } = office();
    await store.save({ 'login.required-factor': 'of yesterday' }, { ...stamp, expectedVersion: 0 });
    await expect(save({ 'login.required-factor': 'of today' }, 1)).rejects.toMatchObject({ code: 'settings_invalid' });
  });

  it('has saved even if the announcement fails, and says so', async () => {
    const { save, signal, concerns } = office();
    signal.breaks(new Error('Redis is away'));
    expect(await save({ 'login.required-factor': 1 }, 0)).toBe(1);
    expect(concerns).toMatchObject([{ what: 'announcement_failed' }]);
  });
});
