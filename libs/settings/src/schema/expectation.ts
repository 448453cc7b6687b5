import type { Definition, Unit } from './definition.ts';
import { languages } from './definition.ts';
import type { Text } from './text.ts';

export const unitNames: Readonly<Record<Unit, Text>> = {
  digits: { en: 'digits', ru: 'цифры' },
  attempts: { en: 'attempts', ru: 'попытки' },
  calls: { en: 'calls', ru: 'звонки' },
  percent: { en: 'percent', ru: 'проценты' },
  seconds: { en: 'seconds', ru: 'секунды' },
  minutes: { en: 'minutes', ru: 'минуты' },
  milliseconds: { en: 'milliseconds', ru: 'миллисекунды' },
};

/** What a value of the setting must be, as the end of "expected …". */
export function expectation(setting: Definition): Text {
  switch (setting.kind) {
    case 'integer': {
      const { min, max, unit } = setting;
      return {
        en: `a whole number from ${String(min)} to ${String(max)} (${unitNames[unit].en})`,
        ru: `целое число от ${String(min)} до ${String(max)} (${unitNames[unit].ru})`,
      };
    }
    case 'choice': {
      const values = setting.choices.map(({ value }) => JSON.stringify(value));
      return { en: values.join(' or '), ru: values.join(' или ') };
    }
    case 'choices': {
      const values = setting.choices.map(({ value }) => JSON.stringify(value)).join(', ');
      return { en: `a list out of ${values}, each once, at least one`, ru: `список из числа ${values}, каждое один раз, хотя бы одно` };
    }
    case 'attribute':
      return { en: 'the name of an attribute from id-attrs.attrsMeta', ru: 'имя атрибута из id-attrs.attrsMeta' };
    case 'languages':
      return {
        en: `a list of languages out of ${languages.join(', ')}, each once`,
        ru: `список языков из числа ${languages.join(', ')}, каждый один раз`,
      };
    case 'country':
      return {
        en: 'two capital letters that name a country (ISO 3166), as "RU"',
        ru: 'две заглавные буквы кода страны (ISO 3166), например "RU"',
      };
    case 'countries':
      return {
        en: 'a list of countries, each two capital letters (ISO 3166), as ["RU", "KZ"], each once; may be empty',
        ru: 'список стран, по две заглавные буквы кода (ISO 3166), например ["RU", "KZ"], каждая один раз; может быть пустым',
      };
    case 'factors':
      return {
        en: 'a list of two lists, first and second factors, of { "enabled": true or false, "method": "name" }',
        ru: 'список из двух списков, первого и второго фактора, с элементами { "enabled": true или false, "method": "имя" }',
      };
    case 'attributes':
      return { en: 'a list of attributes, { "name": "phone_number", … }', ru: 'список атрибутов, { "name": "phone_number", … }' };
  }
}
