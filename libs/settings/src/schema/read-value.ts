import type { Definition, Language } from './definition.ts';
import { languages } from './definition.ts';
import { expectation } from './expectation.ts';
import { attributeName, readAttributes } from './read-attributes.ts';
import { readFactors } from './read-factors.ts';
import type { Reading } from './reading.ts';
import type { SettingKey, Values } from './schema.ts';
import { schema } from './schema.ts';

/**
 * Reads what can't be trusted as the value of a setting.
 * @returns undefined if it is not one; `reading` then knows why.
 */
export function readValue<Key extends SettingKey>(key: Key, raw: unknown, reading: Reading): Values[Key] | undefined {
  const setting: Definition = schema[key];
  if (setting.kind === 'factors') return readFactors(setting, raw, reading) as Values[Key] | undefined;
  if (setting.kind === 'attributes') return readAttributes(setting, raw, reading) as Values[Key] | undefined;
  const value = readScalar(setting, raw, reading);
  if (value === undefined) reading.fault([], expectation(setting), raw);
  return value as Values[Key] | undefined;
}

type Scalar = Exclude<Definition, { readonly kind: 'factors' | 'attributes' }>;

function readScalar(setting: Scalar, raw: unknown, reading: Reading): Scalar['default'] | undefined {
  switch (setting.kind) {
    case 'integer': {
      const value = reading.integer(raw);
      return value !== undefined && value >= setting.min && value <= setting.max ? value : undefined;
    }
    case 'choice':
      return setting.choices.find(({ value }) => value === (typeof value === 'number' ? reading.integer(raw) : raw))?.value;
    case 'attribute':
      return typeof raw === 'string' && attributeName.test(raw) ? raw : undefined;
    case 'languages':
      return readLanguages(raw, reading);
    case 'country':
      return typeof raw === 'string' && isCountry(raw) ? raw : undefined;
  }
}

function readLanguages(raw: unknown, reading: Reading): readonly Language[] | undefined {
  const all = reading.list(raw, languages.length) ?? [];
  const known = all.flatMap((each) => languages.filter((language) => language === each));
  return known.length > 0 && known.length === all.length && new Set(known).size === known.length ? known : undefined;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  // ZZ is the name of "no country known".
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && countryNames.of(code) !== undefined;
}
