import { MultiSelect, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useLanguage } from '../../words/language-context.tsx';
import type { Language } from '../../words/language.ts';
import { useSettingsWords } from '../words.ts';
import type { SettingInputProps } from './setting-input.tsx';

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
/** Names of the browser that are no countries with telephone numbers. */
const others = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

/** All that the browser knows by name: the server judges. */
function countries(language: Language): { readonly value: string; readonly label: string }[] {
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const found = letters.flatMap((first) => letters.flatMap((second) => {
    const code = `${first}${second}`;
    const name = others.has(code) ? undefined : names.of(code);
    return name === undefined ? [] : [{ value: code, label: `${name} (${code})` }];
  }));
  return found.sort((one, other) => one.label.localeCompare(other.label, language));
}

export function CountryInput({ definition, id, value, change, description, error }: SettingInputProps) {
  const { language } = useLanguage();
  const data = useMemo(() => countries(language), [language]);
  return (
    <Select
      id={id}
      label={definition.label[language]}
      description={description}
      error={error}
      value={String(value)}
      onChange={(chosen) => { if (chosen !== null) change(chosen); }}
      data={data}
      searchable
      allowDeselect={false}
      maw="22rem"
    />
  );
}

export function CountriesInput({ definition, id, value, change, description, error }: SettingInputProps) {
  const { language } = useLanguage();
  const words = useSettingsWords();
  const data = useMemo(() => countries(language), [language]);
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  return (
    <MultiSelect
      id={id}
      label={definition.label[language]}
      description={description}
      error={error}
      value={[...chosen]}
      onChange={change}
      data={data}
      searchable
      clearable
      hidePickedOptions
      placeholder={chosen.length === 0 ? words.everyCountry : words.addCountry}
      maw="34rem"
    />
  );
}
