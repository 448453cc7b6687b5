import type {
  AttributeSetting,
  AttributesSetting,
  ChoiceSetting,
  ChoicesSetting,
  CountriesSetting,
  CountrySetting,
  FactorsSetting,
  IntegerSetting,
  LanguagesSetting,
} from './definition.ts';

type Declared<Setting> = Omit<Setting, 'kind'>;

export const integer = (setting: Declared<IntegerSetting>): IntegerSetting => ({ kind: 'integer', ...setting });
export const choice = <Value extends string | number>(setting: Declared<ChoiceSetting<Value>>): ChoiceSetting<Value> => ({
  kind: 'choice',
  ...setting,
});
export const choices = <Value extends string>(setting: Declared<ChoicesSetting<Value>>): ChoicesSetting<Value> => ({
  kind: 'choices',
  ...setting,
});
export const attribute = (setting: Declared<AttributeSetting>): AttributeSetting => ({ kind: 'attribute', ...setting });
export const languages = (setting: Declared<LanguagesSetting>): LanguagesSetting => ({ kind: 'languages', ...setting });
export const country = (setting: Declared<CountrySetting>): CountrySetting => ({ kind: 'country', ...setting });
export const countries = (setting: Declared<CountriesSetting>): CountriesSetting => ({ kind: 'countries', ...setting });
export const factors = (setting: Declared<FactorsSetting>): FactorsSetting => ({ kind: 'factors', ...setting });
export const attributes = (setting: Declared<AttributesSetting>): AttributesSetting => ({ kind: 'attributes', ...setting });
