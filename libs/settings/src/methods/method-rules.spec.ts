import { describe, expect, it } from '@jest/globals';
import { SettingsOffice } from '../fakes/settings-office.ts';
import type { FactorEntry, FactorLists } from '../schema/factor-lists.ts';

const on = (method: string): FactorEntry => ({ method, enabled: true });
const off = (method: string): FactorEntry => ({ method, enabled: false });
const length = 'login.methods.flashCall.profiles."2".psw-length';
const listed = (first: readonly FactorEntry[], second: readonly FactorEntry[]): { readonly 'login.factors': FactorLists } => ({ 'login.factors': [first, second] });
const guide = (): SettingsOffice => new SettingsOffice(listed([on('password')], [off('flashCall')]));

describe('the method that the file only lists', () => {
  it('stands in the second list, switched off and not configured', async () => {
    const [first, second] = await guide().rules.describe({});
    expect(first).toEqual([{ id: 'password', enabled: true, state: 'on', missing: [] }]);
    expect(second).toEqual([{ id: 'flashCall', enabled: false, state: 'not_configured', missing: [{ what: 'settings_not_saved' }] }]);
  });

  it('is merely off once one of its settings was saved, also as the value that it had', async () => {
    expect((await guide().rules.describe({ [length]: 4 }))[1]).toMatchObject([{ state: 'off', missing: [] }]);
  });

  it('is told to lack whoever makes the calls', async () => {
    const office = guide();
    office.readiness.needs({ what: 'secret_missing', about: 'sms-ru' });
    expect((await office.rules.describe({ [length]: 4 }))[1]).toMatchObject([{ state: 'off', missing: [{ what: 'secret_missing', about: 'sms-ru' }] }]);
  });
});

describe('switching a method on', () => {
  const second = (entry: FactorEntry): FactorLists => [[on('password')], [entry]];

  it('is refused before its settings were saved and somebody can call, and nothing is saved', async () => {
    const office = guide();
    office.readiness.needs({ what: 'no_procedure' });
    const missing = [{ what: 'settings_not_saved' }, { what: 'no_procedure' }];
    await expect(office.changes({ 'login.factors': second(on('flashCall')) })).rejects.toMatchObject({ code: 'method_not_ready', method: 'flashCall', missing });
    expect(await office.store.latest()).toBeUndefined();
    expect(office.audit.events).toEqual([]);
  });

  it('is done when both are there, in one save or in two', async () => {
    const [one, two] = [guide(), guide()];
    expect(await one.changes({ 'login.factors': second(on('flashCall')), [length]: 6 })).toBe(1);
    await two.changes({ [length]: 6 });
    expect(await two.changes({ 'login.factors': second(on('flashCall')) })).toBe(2);
  });

  it('is refused as well when the file would switch it on again that the console switched off', async () => {
    const office = new SettingsOffice();
    await office.changes({ 'login.factors': second(off('flashCall')) });
    office.readiness.needs({ what: 'no_procedure' });
    await expect(office.changes({ 'login.factors': null })).rejects.toMatchObject({ code: 'method_not_ready', missing: [{ what: 'no_procedure' }] });
  });

  it('is refused for what this version has not, whatever the file lists', async () => {
    const office = new SettingsOffice(listed([on('password'), off('x509')], [off('totp')]));
    for (const lists of [[[on('password'), on('x509')], [off('totp')]], [[on('password'), off('x509')], [on('totp')]]]) {
      await expect(office.changes({ 'login.factors': lists })).rejects.toMatchObject({ code: 'method_not_ready', missing: [{ what: 'not_supported' }] });
    }
    expect((await office.rules.describe({}))[1]).toMatchObject([{ id: 'totp', state: 'not_supported' }]);
  });

  it('that the file switches on stays on, and can be ordered, also while nobody can call', async () => {
    const office = new SettingsOffice(listed([on('password')], [on('flashCall'), off('totp')]));
    office.readiness.needs({ what: 'no_procedure' });
    expect((await office.rules.describe({}))[1]).toMatchObject([{ state: 'on', missing: [{ what: 'no_procedure' }] }, { state: 'not_supported' }]);
    expect(await office.changes({ 'login.factors': [[on('password')], [off('totp'), on('flashCall')]] })).toBe(1);
  });
});

describe('switching a method off', () => {
  it('is refused for the only first factor, and possible for a second one', async () => {
    const office = new SettingsOffice();
    await expect(office.changes({ 'login.factors': [[off('password')], [on('flashCall')]] })).rejects.toMatchObject({ code: 'first_factor_needed' });
    expect(await office.changes({ 'login.factors': [[on('password')], [off('flashCall')]] })).toBe(1);
  });

  it('is refused for the password also beside a first factor that this version has not', async () => {
    const office = new SettingsOffice(listed([on('password'), on('x509')], []));
    await expect(office.changes({ 'login.factors': [[off('password'), on('x509')], []] })).rejects.toMatchObject({ code: 'first_factor_needed' });
  });
});
