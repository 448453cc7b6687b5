import { describe, expect, it } from '@jest/globals';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import { readBlitzConf } from '../file/read-blitz-conf.ts';
import { checkSaved } from '../saved/check-saved.ts';
import type { Definition } from './definition.ts';
import { schema, settingKeys } from './schema.ts';
import type { SettingKey } from './schema.ts';

interface Samples {
  /** Values on the edges, which must do. */
  readonly good: readonly unknown[];
  /** Values just beyond them and of other shapes, which must not. */
  readonly bad: readonly unknown[];
}

const password = { enabled: true, method: 'password' };
const [name, phone] = [{ name: 'name' }, { name: 'phone_number' }];
const source = (transformer: unknown): object => ({ ...phone, source: { type: 'idStore', transformer } });

function samples(setting: Definition): Samples {
  switch (setting.kind) {
    case 'integer': {
      const { min, max } = setting;
      const beyond = [min - 1, max + 1, -max, 1e300, min + 0.5];
      return {
        good: [min, min + 1, max - 1, max, setting.default],
        bad: [...beyond, true, [], [min], {}, '', ' ', 'x', `${String(min)} s`],
      };
    }
    case 'choice':
      return { good: setting.choices.map(({ value }) => value), bad: [0, 3, 1.5, '', 'de', 'EN', true, [1], ['en'], {}] };
    case 'choices': {
      const [first = '', second = ''] = setting.choices.map(({ value }) => value);
      return { good: [[first], [second, first], setting.default], bad: [[], [first, first], ['x'], [[first]], [1], first, '', 5, {}] };
    }
    case 'attribute':
      return { good: ['name', 'phone_number', 'sub'], bad: ['', 'a b', '1st', 'имя', 'x'.repeat(65), 5, true, ['name'], {}] };
    case 'languages':
      return {
        good: [['en'], ['ru', 'en']],
        bad: [[], ['en', 'en'], ['en', 'de'], ['en', 'ru', 'en'], [['en']], 'en', '', 5, {}],
      };
    case 'country':
      return { good: ['RU', 'KZ', 'US'], bad: ['', 'ru', 'RUS', 'ZZ', 'QX', 7, true, ['RU'], {}] };
    case 'countries':
      return { good: [[], ['RU'], ['KZ', 'US', 'RU']], bad: [['ru'], ['RU', 'RU'], ['ZZ'], ['QX'], [7], [['RU']], 'RU', '', 7, {}] };
    case 'factors':
      return {
        good: [
          [[password], []],
          [[], [{ enabled: false, method: 'flashCall' }]],
          [Array.from({ length: 50 }, (_, i) => ({ ...password, method: `m${String(i)}` })), []],
        ],
        bad: [
          ...[[], [[]], [[], [], []], [password], {}, 'password', 1, ''],
          ...[
            [[password, password], []],
            [['password'], []],
            [[], Array(51).fill(password)],
            [[[]], []],
          ],
          ...[
            [[{ enabled: 1, method: 'x' }], []],
            [[{ enabled: true }], []],
            [[{ method: 'x' }], []],
            [[{ enabled: true, method: '' }], []],
          ],
        ],
      };
    case 'attributes':
      return {
        good: [
          [name, phone],
          [name, source({ regexp: 'a', subs: '' })],
          [{ ...name, format: 'date', required: true }, phone],
        ],
        bad: [
          ...[
            [],
            {},
            '',
            'sub',
            5,
            [5],
            [{}],
            [name, name],
            [{ name: '' }],
            [{ ...name, required: 'x' }],
            [{ ...name, format: 1 }],
          ],
          ...[[{ ...name, source: 1 }], [source({ regexp: '(', subs: '' })], [source({ regexp: 'a' })], [source('x')]],
        ],
      };
  }
}

const cases = settingKeys.flatMap((key) => {
  const { good, bad } = samples(schema[key]);
  const all = [...good.map((value) => ({ key, value, fits: true })), ...bad.map((value) => ({ key, value, fits: false }))];
  return all.map((each) => ({ ...each, shown: JSON.stringify(each.value).slice(0, 60) }));
});

/** The value of the key when it stands on line 2 of a file that is right otherwise. */
async function fromFile(key: SettingKey, value: unknown): Promise<unknown> {
  const text = `blitz.prod.local.idp.login.factors = [[], []]\nblitz.prod.local.idp.${key} = ${JSON.stringify(value)}`;
  return (await readBlitzConf('/blitz.conf', fakeConfFiles({ '/blitz.conf': text }))).values[key];
}

describe('every setting', () => {
  it.each(cases.filter(({ fits }) => fits))('in the file may be: $key = $shown', async ({ key, value }) => {
    const read = await fromFile(key, value);
    if (key !== 'id-attrs.attrsMeta') {
      expect(read).toEqual(value);
      return;
    }
    const wanted = (value as readonly { readonly source?: { readonly transformer?: unknown } }[]).map(
      ({ source: from, ...rest }) => ({
        ...rest,
        ...(from && { transformer: from.transformer }),
      }),
    );
    expect(read).toMatchObject(wanted);
  });

  it.each(cases.filter(({ fits }) => !fits))(
    'in the file stops the start, with its line: $key = $shown',
    async ({ key, value }) => {
      const problem = expect.objectContaining({
        line: 2,
        key: expect.stringContaining(key),
        expected: expect.stringMatching(/\w/),
      });
      await expect(fromFile(key, value)).rejects.toMatchObject({ problems: expect.arrayContaining([problem]) });
    },
  );

  it.each(cases.filter(({ key }) => schema[key].inConsole))('saved: $key = $shown, fits: $fits', ({ key, value, fits }) => {
    const problems = checkSaved({ [key]: value });
    expect(problems.length > 0).toBe(!fits);
    for (const problem of problems) expect(problem.key.startsWith(key)).toBe(true);
  });

  it.each(settingKeys)(
    '%s takes a number in quotation marks in the file, as HOCON does, but not from the console',
    async (key) => {
      const setting = schema[key];
      const text = String(setting.kind === 'integer' ? setting.min : 2);
      if (setting.kind === 'integer' || key === 'login.required-factor') expect(await fromFile(key, text)).toBe(Number(text));
      else await expect(fromFile(key, text)).rejects.toMatchObject({ problems: [{ line: 2 }] });
      expect(checkSaved({ [key]: text })).toHaveLength(1);
    },
  );

  it.each(settingKeys)('%s has a label and a help in both languages, and a default that fits', (key) => {
    const setting: Definition = schema[key];
    for (const text of [setting.label, setting.help]) {
      expect(text.en).toMatch(/^[A-Z][^А-я]+$/);
      expect(text.ru).toMatch(/^[А-Я]/);
    }
    if (setting.inConsole) expect(checkSaved({ [key]: setting.default })).toEqual([]);
  });
});
