import { describe, expect, it } from '@jest/globals';
import { anAdministrator, SettingsOffice } from '../fakes/settings-office.ts';
import type { FactorLists } from '../schema/factor-lists.ts';
import { SaveMethods } from './save-methods.ts';

const office = (): { readonly saves: (lists: FactorLists) => Promise<number>; readonly office: SettingsOffice } => {
  const its = new SettingsOffice({ 'login.factors': [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: true }, { method: 'totp', enabled: false }]] });
  const save = new SaveMethods(its.file, its.change);
  return { office: its, saves: (lists) => save.execute({ lists, expectedVersion: 0, actor: anAdministrator }) };
};
const password = { method: 'password', enabled: true };
const totp = { method: 'totp', enabled: false };

describe('the lists of methods', () => {
  it('are saved in the order wanted', async () => {
    const { office: its, saves } = office();
    expect(await saves([[password], [totp, { method: 'flashCall', enabled: false }]])).toBe(1);
    expect((await its.rules.describe((await its.store.latest())?.values ?? {}))[1].map(({ id }) => id)).toEqual(['totp', 'flashCall']);
  });

  it.each<[string, FactorLists, string]>([
    ['a method that the file does not list', [[password], [{ method: 'flashCall', enabled: true }, totp, { method: 'sms', enabled: false }]], 'login.factors[1]'],
    ['a method left out', [[password], [totp]], 'login.factors[1]'],
    ['a method of the other list', [[totp], [{ method: 'flashCall', enabled: true }, password]], 'login.factors[0]'],
    ['a method twice', [[password, password], [{ method: 'flashCall', enabled: true }, totp]], 'login.factors[0]'],
    ['nothing', [[], []], 'login.factors[0]'],
  ])('with %s are refused, and nothing is saved', async (_, lists, key) => {
    const { office: its, saves } = office();
    await expect(saves(lists)).rejects.toMatchObject({ code: 'settings_invalid', problems: expect.arrayContaining([expect.objectContaining({ key })]) });
    expect(await its.store.latest()).toBeUndefined();
  });
});
