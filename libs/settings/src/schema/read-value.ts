import type { Definition } from './definition.ts';
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
    case 'choices':
      return readOnes(reading.list(raw, setting.choices.length), setting.choices.map(({ value }) => value));
    case 'attribute':
      return typeof raw === 'string' && attributeName.test(raw) ? raw : undefined;
    case 'languages':
      return readOnes(reading.list(raw, languages.length), languages);
    case 'country':
      return isCountry(raw) ? raw : undefined;
    case 'countries':
      return readCountries(reading.list(raw, mostCountries));
  }
}

/** Out of those, each once, at least one. */
function readOnes<Value extends string>(
  all: readonly unknown[] | undefined,
  choices: readonly Value[],
): readonly Value[] | undefined {
  const known = (all ?? []).flatMap((each) => choices.filter((choice) => choice === each));
  const once = known.length === all?.length && new Set(known).size === known.length;
  return once && known.length > 0 ? known : undefined;
}

/** ISO 3166 names fewer. */
const mostCountries = 300;

function readCountries(all: readonly unknown[] | undefined): readonly string[] | undefined {
  const known = all?.filter(isCountry);
  return known !== undefined && known.length === all?.length && new Set(known).size === known.length ? known : undefined;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isCountry(code: unknown): code is string {
  // ZZ is the name of "no country known".
  return typeof code === 'string' && /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && countryNames.of(code) !== undefined;
}
