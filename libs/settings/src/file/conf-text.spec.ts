import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakeConfFiles } from '../fakes/fake-conf-files.ts';
import { fakeFileSettings } from '../fakes/fake-file-settings.ts';
import type { Definition } from '../schema/definition.ts';
import { defaultValues, schema, settingKeys } from '../schema/schema.ts';
import type { Values } from '../schema/schema.ts';
import { readBlitzConf } from './read-blitz-conf.ts';
import { readConfText, type ConfText } from './read-conf-text.ts';
import { writeBlitzConf } from './write-blitz-conf.ts';

const prefix = 'blitz.prod.local.idp';
const { values: inForce } = fakeFileSettings();
const read = (text: string): Promise<ConfText> => readConfText(text, { prefix, inForce });

/** Values that a setting may have. */
function anyOf(setting: Definition): fc.Arbitrary<unknown> {
  switch (setting.kind) {
    case 'integer':
      return fc.integer({ min: setting.min, max: setting.max });
    case 'choice':
      return fc.constantFrom(...setting.choices.map(({ value }) => value));
    case 'choices':
      return fc.subarray(setting.choices.map(({ value }) => value), { minLength: 1 });
    case 'languages':
      return fc.constant(['en', 'ru']);
    case 'countries':
      return fc.subarray(['RU', 'KZ', 'US', 'DE']);
    case 'attributes': {
      const transformer = fc.record({ regexp: fc.constantFrom('^\\s*(\\d+)"\u2028$', 'a', '«ю»'), subs: fc.string({ unit: 'grapheme' }) });
      const last = transformer.map((each) => ({ name: 'phone_number', format: 'string', required: false, searchable: true, unique: true, transformer: each }));
      return last.map((each) => [...defaultValues['id-attrs.attrsMeta'].filter(({ name }) => name !== 'phone_number'), each]);
    }
    case 'factors':
      return fc.array(fc.record({ method: fc.constantFrom('totp', 'flashCall', 'sms'), enabled: fc.boolean() })).map((entries) => [
        [{ method: 'password', enabled: true }],
        entries.filter(({ method }, at) => entries.findIndex((other) => other.method === method) === at),
      ]);
    case 'attribute':
    case 'country':
      return fc.constant(setting.default);
  }
}

const anyValues = fc.record(Object.fromEntries(settingKeys.map((key) => [key, anyOf(schema[key])]))) as unknown as fc.Arbitrary<Values>;

describe('settings written as a blitz.conf', () => {
  it('read back to the same values, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(anyValues, async (values) => {
        const file = await readBlitzConf('/blitz.conf', fakeConfFiles({ '/blitz.conf': writeBlitzConf(values, prefix) }));
        expect(file.values).toEqual(values);
        expect([...file.written].sort()).toEqual([...settingKeys].sort());
        expect(file.warnings.filter(({ why }) => why === 'unknown_key')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('stand below the prefix of the installation, with label and range', async () => {
    const text = writeBlitzConf(inForce, 'blitz.test.two.idp');
    expect((await readConfText(text, { prefix: 'blitz.test.two.idp', inForce })).written.size).toBe(settingKeys.length);
    expect(text).toContain('# Code length: a whole number from 3 to 10 (digits)\n');
  });
});

describe('a blitz.conf that somebody sends', () => {
  it('may be a part of one: what it leaves out is as it is in force', async () => {
    const { values, written, problems, lineOf } = await read(`\n${prefix}.login {\n  session.ttlInSec = 9000\n}`);
    expect([problems, [...written]]).toEqual([[], ['login.session.ttlInSec']]);
    expect(values).toEqual({ ...inForce, 'login.session.ttlInSec': 9000 });
    expect(lineOf('login.session.ttlInSec')).toBe(3);
  });

  it('may be the one of the repository', async () => {
    const text = await readFile(new URL('../../../../blitz.conf', import.meta.url), 'utf8');
    expect(await read(text)).toMatchObject({ problems: [], warnings: [] });
  });

  it('is told what is wrong, each with its line', async () => {
    const { problems } = await read(`${prefix} {\n  login.required-factor = 3\n  login.factors = x\n}`);
    expect(problems).toEqual([
      { line: 2, key: 'login.required-factor', expected: '1 or 2', found: '3' },
      expect.objectContaining({ line: 3, key: 'login.factors' }),
    ]);
  });

  it('is told what is not known, with its line, and none of its values', async () => {
    const { warnings } = await read(`${prefix}.login {\n  sms.token = "hunter2"\n  factors = [[], [{enabled: true, method: css}]]\n}`);
    expect(warnings).toEqual([
      expect.objectContaining({ line: 3, why: 'unknown_method' }),
      expect.objectContaining({ line: 2, key: 'login.sms', why: 'unknown_key' }),
    ]);
    expect(JSON.stringify(warnings)).not.toContain('hunter2');
  });

  it.each([
    ['nothing', ''],
    ['another prefix', 'blitz.dev.local.idp.login.required-factor = 1'],
    ['no HOCON', '{{{'],
    ['a file of the server', 'include "/etc/passwd"'],
    ['a file of the network', 'include url("http://127.0.0.1/")'],
    ['a NUL', 'a = \0'],
    ['a text that grows without end', Array.from({ length: 40 }, (_, at) => `a${at + 1} = \${a${at}}\${a${at}}`).join('\n')],
    ['brackets without end', '['.repeat(100_000)],
  ])('that is %s has a problem with a line, and reaches nothing', async (_, text) => {
    const { problems, written } = await read(text);
    expect(problems).toEqual([expect.objectContaining({ line: expect.any(Number), expected: expect.stringMatching(/\w/) })]);
    expect(written.size).toBe(0);
  });
});
