import { useLanguage } from '../../words/language-context.tsx';
import { inPeoplesUnits } from './durations.ts';
import type { Definition } from '../settings-data.ts';
import { useSettingsWords, type SettingsWords } from '../words.ts';
import type { Language } from '../../words/language.ts';

/** A value of a setting in words: `10800` → "10,800 seconds (3 hours)". */
export function useShownValue(): (definition: Definition | undefined, value: unknown) => string {
  const { language } = useLanguage();
  const words = useSettingsWords();
  return (definition, value) => shownValue(definition, value, language, words);
}

export function shownValue(definition: Definition | undefined, value: unknown, language: Language, words: SettingsWords): string {
  if (value === undefined) return words.nothing;
  if (value === null) return words.asInFile;
  const label = (one: unknown): string => definition?.choices?.find((choice) => choice.value === one)?.label[language] ?? (typeof one === 'string' ? one : asJson(one));
  switch (definition?.kind) {
    case 'integer':
      return typeof value === 'number' ? shownNumber(definition, value, language, words) : asJson(value);
    case 'choice':
    case 'attribute':
      return label(value);
    case 'country':
      return countryName(label(value), language);
    case 'choices':
      return listed(value, label, words);
    case 'languages':
      return listed(value, (one) => new Intl.DisplayNames(language, { type: 'language' }).of(String(one)) ?? String(one), words);
    case 'countries':
      return listed(value, (one) => countryName(String(one), language), words);
    case 'factors':
      return shownFactors(value, words);
    case 'attributes':
    case undefined:
      return asJson(value);
  }
}

export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : code;
}

const asJson = (value: unknown): string => JSON.stringify(value);

function shownNumber({ unit = '' }: Definition, value: number, language: Language, words: SettingsWords): string {
  const counted = words.units[unit]?.(value) ?? new Intl.NumberFormat(language).format(value);
  const people = unit === 'seconds' ? inPeoplesUnits(value, language) : undefined;
  return people === undefined ? counted : `${counted} (${people})`;
}

function listed(value: unknown, one: (each: unknown) => string, words: SettingsWords): string {
  if (!Array.isArray(value)) return asJson(value);
  return value.length === 0 ? words.emptyList : value.map(one).join(', ');
}

function shownFactors(value: unknown, words: SettingsWords): string {
  if (!Array.isArray(value)) return asJson(value);
  const lists = (value as readonly (readonly { readonly method: string; readonly enabled: boolean }[])[]).map((list) =>
    list.map(({ method, enabled }) => `${words.methodName(method)}: ${enabled ? words.on : words.off}`).join(', '));
  return lists.map((list) => (list === '' ? words.emptyList : list)).join(' / ');
}
