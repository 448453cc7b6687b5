import type { AttributeMeta } from './attribute-meta.ts';
import type { AttributesSetting } from './definition.ts';
import { expectation } from './expectation.ts';
import type { Reading } from './reading.ts';
import { isBlock } from './reading.ts';

export const attributeName = /^[A-Za-z_][\w.-]{0,63}$/;

const mostAttributes = 200;
const longestPattern = 1000;

const expected = {
  attribute: { en: 'an attribute, { "name": "phone_number", … }', ru: 'атрибут, { "name": "phone_number", … }' },
  name: { en: 'a name of Latin letters, digits, `_`, `-` and `.`', ru: 'имя из латинских букв, цифр, `_`, `-` и `.`' },
  once: { en: 'each attribute once', ru: 'каждый атрибут один раз' },
  format: { en: 'a format, as "string" or "date"', ru: 'формат, например "string" или "date"' },
  flag: { en: 'true or false', ru: 'true или false' },
  source: { en: '{ "type": "idStore", … }', ru: '{ "type": "idStore", … }' },
  transformer: {
    en: '{ "regexp": "a regular expression", "subs": "its replacement" }',
    ru: '{ "regexp": "регулярное выражение", "subs": "замена" }',
  },
  regexp: { en: 'a valid regular expression', ru: 'корректное регулярное выражение' },
} as const;

/** Every attribute that is right, and a fault for each that is not; if there is any fault, nothing. */
export function readAttributes(setting: AttributesSetting, raw: unknown, reading: Reading): readonly AttributeMeta[] | undefined {
  const before = reading.faults.length;
  const entries = reading.list(raw, mostAttributes) ?? [];
  if (entries.length === 0) reading.fault([], expectation(setting), raw);
  const attributes = entries.map((each, index) => readAttribute(each, index, reading));
  attributes.forEach((meta, index) => {
    const again = attributes.findIndex((other) => other.name === meta.name) < index;
    if (again && meta.name !== '') reading.fault([index, 'name'], expected.once, meta.name);
  });
  return reading.faults.length > before ? undefined : attributes;
}

function readAttribute(raw: unknown, index: number, reading: Reading): AttributeMeta {
  if (!isBlock(raw)) reading.fault([index], expected.attribute, raw);
  const field = reading.fields(raw, ['name', 'format', 'required', 'searchable', 'unique', 'source'], [index]);
  const name = field('name');
  const named = typeof name === 'string' && attributeName.test(name) ? name : '';
  if (isBlock(raw) && named === '') reading.fault([index, 'name'], expected.name, name);
  const format = field('format') ?? 'string';
  if (typeof format !== 'string') reading.fault([index, 'format'], expected.format, format);
  const flag = (key: string): boolean => {
    const value = reading.boolean(field(key) ?? false);
    if (value === undefined) reading.fault([index, key], expected.flag, field(key));
    return value ?? false;
  };
  const transformer = readSource(field('source'), index, reading);
  return {
    name: named,
    format: typeof format === 'string' ? format : 'string',
    required: flag('required'),
    searchable: flag('searchable'),
    unique: flag('unique'),
    ...(transformer && { transformer }),
  };
}

function readSource(raw: unknown, index: number, reading: Reading): AttributeMeta['transformer'] {
  if (raw !== undefined && !isBlock(raw)) reading.fault([index, 'source'], expected.source, raw);
  const transformer = reading.fields(raw, ['type', 'transformer'], [index, 'source'])('transformer');
  if (transformer === undefined) return undefined;
  const path = [index, 'source', 'transformer'];
  const field = reading.fields(transformer, ['regexp', 'subs'], path);
  const [regexp, subs] = [field('regexp'), field('subs')];
  if (typeof regexp !== 'string' || typeof subs !== 'string') {
    reading.fault(path, expected.transformer, transformer);
    return undefined;
  }
  if (regexp.length > longestPattern || !compiles(regexp)) reading.fault([...path, 'regexp'], expected.regexp, regexp);
  return { regexp, subs };
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
