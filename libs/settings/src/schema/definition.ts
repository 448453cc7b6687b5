import type { AttributeMeta } from './attribute-meta.ts';
import type { FactorLists } from './factor-lists.ts';
import type { Text } from './text.ts';

/** What every setting tells: the console's form, the validation and the docs are made from nothing else. */
interface Described<Kind extends string, Value> {
  readonly kind: Kind;
  readonly default: Value;
  readonly label: Text;
  readonly help: Text;
  /** `vendor`: key and meaning are the vendor's; `ours`: chosen here, in the vendor's style. */
  readonly origin: 'vendor' | 'ours';
  /** Whether the console may save it; otherwise only the file says it. */
  readonly inConsole: boolean;
}

export type Unit = 'digits' | 'attempts' | 'calls' | 'percent' | 'seconds' | 'minutes' | 'milliseconds';

export interface IntegerSetting extends Described<'integer', number> {
  readonly min: number;
  readonly max: number;
  readonly unit: Unit;
}

export interface ChoiceSetting<Value extends string | number = string | number> extends Described<'choice', Value> {
  readonly choices: readonly { readonly value: Value; readonly label: Text }[];
}

/** Some of the choices, each once, and at least one. */
export interface ChoicesSetting<Value extends string = string> extends Described<'choices', readonly Value[]> {
  readonly choices: readonly { readonly value: Value; readonly label: Text }[];
}

export type AttributeSetting = Described<'attribute', string>;
export type LanguagesSetting = Described<'languages', readonly Language[]>;
export type CountrySetting = Described<'country', string>;
/** Each once; may be empty. */
export type CountriesSetting = Described<'countries', readonly string[]>;
export type FactorsSetting = Described<'factors', FactorLists>;
export type AttributesSetting = Described<'attributes', readonly AttributeMeta[]>;

export type Definition =
  | IntegerSetting
  | ChoiceSetting
  | ChoicesSetting
  | AttributeSetting
  | LanguagesSetting
  | CountrySetting
  | CountriesSetting
  | FactorsSetting
  | AttributesSetting;

/** The languages that the pages speak. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];
