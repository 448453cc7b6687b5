import type { Language } from './definition.ts';
import { attributes, choice, country, languages } from './kinds.ts';

const optional = { format: 'string', required: false, searchable: false, unique: false } as const;

/** What is known of people, and the languages they are spoken to. */
export const directorySchema = {
  'id-attrs.attrsMeta': attributes({
    default: [
      { ...optional, name: 'sub', required: true, searchable: true, unique: true },
      {
        ...optional,
        name: 'phone_number',
        searchable: true,
        unique: true,
        transformer: {
          regexp: String.raw`^\s*(?:\+7|7|8)?[\s()-]*(\d{3})[\s()-]*(\d{3})[\s()-]*(\d{2})[\s()-]*(\d{2})\s*$`,
          subs: '+7$1$2$3$4',
        },
      },
      { ...optional, name: 'email', searchable: true, unique: true },
      { ...optional, name: 'given_name' },
      { ...optional, name: 'family_name' },
      { ...optional, name: 'name' },
      { ...optional, name: 'locale' },
    ],
    label: { en: 'Attributes of an account', ru: 'Атрибуты учётной записи' },
    help: {
      en: 'Names, formats and normalisation of what the directory knows about a person.',
      ru: 'Имена, форматы и нормализация того, что каталог знает о человеке.',
    },
    origin: 'vendor',
    inConsole: false,
  }),
  'lang.default': choice<Language>({
    choices: [
      { value: 'en', label: { en: 'English', ru: 'Английский' } },
      { value: 'ru', label: { en: 'Russian', ru: 'Русский' } },
    ],
    default: 'en',
    label: { en: 'Default language', ru: 'Язык по умолчанию' },
    help: {
      en: "For people whose browser asks for none of the pages' languages.",
      ru: 'Для тех, чей браузер не просит ни одного из языков страниц.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'lang.available': languages({
    default: ['en', 'ru'],
    label: { en: 'Languages of the pages', ru: 'Языки страниц' },
    help: {
      en: 'The languages people can choose from, in the order shown.',
      ru: 'Языки, из которых можно выбирать, в порядке показа.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'phone.default-country': country({
    default: 'RU',
    label: { en: 'Country of national phone numbers', ru: 'Страна национальных номеров' },
    help: {
      en: 'How a number without + and country code is read. Two capital letters (ISO 3166).',
      ru: 'Как читается номер без + и кода страны. Две заглавные буквы (ISO 3166).',
    },
    origin: 'ours',
    inConsole: true,
  }),
};
