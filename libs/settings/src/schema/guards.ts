import { choices, countries, integer } from './kinds.ts';
import type { IntegerSetting } from './definition.ts';
import type { Text } from './text.ts';

/** As libphonenumber tells them apart. */
export type NumberType = 'mobile' | 'fixed_line_or_mobile' | 'fixed_line' | 'voip';

interface Guard {
  readonly most: number;
  readonly default: number;
  /** What is counted together: the end of "Calls …". */
  readonly to: Text;
  readonly because: Text;
}

const calls = ({ most, default: value, to, because }: Guard): IntegerSetting =>
  integer({
    min: 0,
    max: most,
    unit: 'calls',
    default: value,
    label: { en: `Calls ${to.en}`, ru: `Звонки ${to.ru}` },
    help: {
      en: `More are refused until the window has room again. 0: not limited. ${because.en}`,
      ru: `Следующие отклоняются, пока в окне не освободится место. 0: без ограничения. ${because.ru}`,
    },
    origin: 'ours',
    inConsole: true,
  });

const window = (minutes: number, to: Text): IntegerSetting =>
  integer({
    min: 1,
    max: 1440,
    unit: 'minutes',
    default: minutes,
    label: { en: `Window of calls ${to.en}, in minutes`, ru: `Окно для звонков ${to.ru}, в минутах` },
    help: {
      en: 'The window slides: at no moment do more calls lie in the minutes before it.',
      ru: 'Окно скользящее: ни в какой момент за столько минут до него не набирается больше звонков.',
    },
    origin: 'ours',
    inConsole: true,
  });

const number: Text = { en: 'to one number', ru: 'на один номер' };
const prefix: Text = { en: 'to one prefix', ru: 'на один префикс' };
const country: Text = { en: 'to one country', ru: 'в одну страну' };
const address: Text = { en: 'from one network address', ru: 'с одного сетевого адреса' };
const application: Text = { en: 'from one application', ru: 'из одного приложения' };
const total: Text = { en: 'altogether', ru: 'всего' };

/** Against fraud and nuisance, before a call is paid for. Defaults follow the limits that vendors of such calls publish. */
export const guardsSchema = {
  'login.methods.flashCall.guards.number-calls': calls({
    most: 100,
    default: 5,
    to: number,
    because: {
      en: 'Whose phone it is, is no matter: several accounts with one number share it.',
      ru: 'Чей это телефон, неважно: несколько учётных записей с одним номером делят лимит.',
    },
  }),
  'login.methods.flashCall.guards.number-window-min': window(10, number),
  'login.methods.flashCall.guards.prefix-calls': calls({
    most: 10_000,
    default: 100,
    to: prefix,
    because: {
      en: 'A prefix is a number without its last four digits: fraud rents numbers in such blocks.',
      ru: 'Префикс — номер без последних четырёх цифр: мошенники арендуют номера такими блоками.',
    },
  }),
  'login.methods.flashCall.guards.prefix-window-min': window(60, prefix),
  'login.methods.flashCall.guards.country-calls': calls({
    most: 1_000_000,
    default: 2000,
    to: country,
    because: {
      en: 'Raise it for the country where most of your people are.',
      ru: 'Увеличьте, если в одной стране большинство ваших пользователей.',
    },
  }),
  'login.methods.flashCall.guards.country-window-min': window(60, country),
  'login.methods.flashCall.guards.address-calls': calls({
    most: 10_000,
    default: 100,
    to: address,
    because: {
      en: 'Of IPv6 the /64 counts. Many people can share an address: an office, a mobile operator.',
      ru: 'Для IPv6 считается сеть /64. Один адрес могут делить многие: офис, мобильный оператор.',
    },
  }),
  'login.methods.flashCall.guards.address-window-min': window(10, address),
  'login.methods.flashCall.guards.application-calls': calls({
    most: 1_000_000,
    default: 5000,
    to: application,
    because: {
      en: 'One application that is abused does not use up the calls of the others.',
      ru: 'Приложение, которым злоупотребляют, не израсходует звонки остальных.',
    },
  }),
  'login.methods.flashCall.guards.application-window-min': window(60, application),
  'login.methods.flashCall.guards.total-calls': calls({
    most: 1_000_000,
    default: 10_000,
    to: total,
    because: {
      en: 'What you are ready to pay for in that time, whatever happens.',
      ru: 'Сколько вы готовы оплатить за это время, что бы ни случилось.',
    },
  }),
  'login.methods.flashCall.guards.total-window-min': window(60, total),
  'login.methods.flashCall.guards.pumping-calls': integer({
    min: 0,
    max: 1000,
    unit: 'calls',
    default: 20,
    label: { en: 'Calls to a prefix after which it is judged', ru: 'После скольких звонков оценивается префикс' },
    help: {
      en: 'So many calls in an hour, and hardly a code was entered: the prefix goes quiet. 0: never.',
      ru: 'Столько звонков за час, а коды почти не вводят: на префикс временно не звонят. 0: никогда.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.guards.pumping-percent': integer({
    min: 1,
    max: 100,
    unit: 'percent',
    default: 10,
    label: { en: 'Completed calls below which a prefix goes quiet', ru: 'Доля подтверждённых звонков, ниже которой на префикс не звонят' },
    help: {
      en: 'A call is completed when its right code was entered.',
      ru: 'Звонок подтверждён, если введён его верный код.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.guards.pumping-quiet-min': integer({
    min: 1,
    max: 1440,
    unit: 'minutes',
    default: 60,
    label: { en: 'How long a prefix stays quiet, in minutes', ru: 'Сколько минут на префикс не звонят' },
    help: {
      en: 'During this time no number with that prefix is called; afterwards it is judged anew.',
      ru: 'В течение этого времени на номера с таким префиксом не звонят; затем он оценивается заново.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.guards.number-types': choices<NumberType>({
    choices: [
      { value: 'mobile', label: { en: 'Mobile', ru: 'Мобильный' } },
      { value: 'fixed_line_or_mobile', label: { en: 'Fixed line or mobile', ru: 'Стационарный или мобильный' } },
      { value: 'fixed_line', label: { en: 'Fixed line', ru: 'Стационарный' } },
      { value: 'voip', label: { en: 'Internet telephony', ru: 'Интернет-телефония' } },
    ],
    default: ['mobile', 'fixed_line_or_mobile'],
    label: { en: 'Types of numbers that are called', ru: 'Типы номеров, на которые звонят' },
    help: {
      en: 'In some countries, such as the United States, a number does not tell whether it is mobile: that is a type of its own.',
      ru: 'В некоторых странах, например в США, по номеру не видно, мобильный ли он: это отдельный тип.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.guards.countries': countries({
    default: [],
    label: { en: 'Countries that are called', ru: 'Страны, в которые звонят' },
    help: {
      en: 'An empty list is every country. List yours: calls abroad are what fraud earns most from.',
      ru: 'Пустой список — любая страна. Перечислите свои: больше всего мошенники зарабатывают на звонках за границу.',
    },
    origin: 'ours',
    inConsole: true,
  }),
};
