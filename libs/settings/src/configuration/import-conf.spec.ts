import { beforeEach, describe, expect, it } from '@jest/globals';
import { anAdministrator, SettingsOffice } from '../fakes/settings-office.ts';
import { writeBlitzConf } from '../file/write-blitz-conf.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import { ImportConf } from './import-conf.ts';
import { PreviewChange } from './preview-change.ts';

const [ttl, length] = ['login.session.ttlInSec', 'login.methods.flashCall.profiles."2".psw-length'] as const;
let office: SettingsOffice;
let conf: ImportConf;

beforeEach(() => {
  office = new SettingsOffice();
  conf = new ImportConf(office.file, office.store, new PreviewChange(office.file, office.store, office.rules), office.change);
});

const below = (text: string): string => `blitz.prod.local.idp {\n${text}\n}`;
const imports = async (text: string): Promise<number> =>
  conf.execute({ text, expectedVersion: (await office.store.latest())?.version ?? 0, actor: anAdministrator });
const saved = async (): Promise<unknown> => (await office.store.latest())?.values;

describe('an import', () => {
  it('saves what differs from what is in force, and takes back what the file says already', async () => {
    await office.changes({ [ttl]: 7200 });
    await imports(below(`login.session.ttlInSec = 10800\nlogin.methods.flashCall.profiles."2".psw-length = 6\nlogin.required-factor = 2`));
    expect(await saved()).toEqual({ [length]: 6 });
  });

  it('of what was exported brings an installation to the same values', async () => {
    await office.changes({ [ttl]: 7200, [length]: 6, 'lang.available': ['ru', 'en'], 'login.factors': [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: false }]] });
    const { values } = effectiveSettings(office.file, (await office.store.latest())?.values ?? {});
    const text = writeBlitzConf(values, office.file.prefix);
    await office.changes({ [ttl]: null, [length]: 5, 'lang.available': null, 'login.factors': null });
    await imports(text);
    expect(effectiveSettings(office.file, (await office.store.latest())?.values ?? {}).values).toEqual(values);
  });

  it('that is tried out tells what would change, on which line, and what has no effect', async () => {
    const preview = await conf.preview(below(`login.session.ttlInSec = 7200\nlogin.nope = 1\nlogin.factors = [[{enabled: true, method: password}], [{enabled: true, method: flashCall}, {enabled: true, method: sms}]]\nid-attrs.attrsMeta = [{name: sub}, {name: name}, {name: phone_number}]`));
    expect(preview).toMatchObject({ wrong: [], problems: [], differences: [{ key: ttl, before: 10_800, after: 7200 }], lines: { [ttl]: 2 } });
    expect(preview.unknown.map(({ line, key, why }) => [line, key, why])).toEqual([
      [4, 'login.factors[1][1].method', 'unknown_method'],
      [3, 'login.nope', 'unknown_key'],
      [5, 'id-attrs.attrsMeta', 'unknown_key'],
      [4, 'login.factors', 'unknown_method'],
    ]);
    expect(await saved()).toBeUndefined();
  });

  it('that can’t be read is refused with its lines, and nothing is saved', async () => {
    const text = below('login.session.ttlInSec = 7200\nlogin.required-factor = 3');
    expect((await conf.preview(text)).wrong).toMatchObject([{ line: 3, key: 'login.required-factor' }]);
    await expect(imports(text)).rejects.toMatchObject({ code: 'conf_invalid', problems: [{ line: 3 }] });
    expect(await saved()).toBeUndefined();
  });

  it('that contradicts what stays is refused, and switches on no method that can’t work', async () => {
    await expect(imports(below('login.displayNameAttr = nickname'))).rejects.toMatchObject({ code: 'settings_invalid' });
    await office.changes({ 'login.factors': [[{ method: 'password', enabled: true }], [{ method: 'flashCall', enabled: false }]] });
    office.readiness.needs({ what: 'no_procedure' });
    const text = below('login.factors = [[{enabled: true, method: password}], [{enabled: true, method: flashCall}]]');
    expect((await conf.preview(text)).refusals).toMatchObject([{ method: 'flashCall' }]);
    await expect(imports(text)).rejects.toMatchObject({ code: 'method_not_ready' });
  });
});
