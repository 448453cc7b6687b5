import type { FileSettings } from '../file/file-settings.ts';
import { defaultValues, settingKeys } from '../schema/schema.ts';
import type { Values } from '../schema/schema.ts';

/** What a blitz.conf would say that has password and incoming call switched on; other values are the defaults. */
export function fakeFileSettings(values: Partial<Values> = {}): FileSettings {
  const factors: Values['login.factors'] = [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: true }]];
  const said: Partial<Values> = { 'login.factors': factors, 'login.required-factor': 2, ...values };
  return {
    path: '/etc/blitz.conf',
    prefix: 'blitz.prod.local.idp',
    values: { ...defaultValues, ...said },
    written: new Set(settingKeys.filter((key) => key in said)),
    warnings: [],
    tree: () => ({}),
  };
}
