import { attribute, integer } from './kinds.ts';

/** Confirmation by incoming call as a second factor: labels are the vendor's, keys follow the vendor's `sms` profile. */
export const flashCallSchema = {
  'login.methods.flashCall.profiles."2".psw-length': integer({
    min: 3,
    max: 10,
    unit: 'digits',
    default: 4,
    label: { en: 'Code length', ru: 'Длина кода' },
    help: {
      en: "The number of last digits of the incoming call's number that are the code.",
      ru: 'Сколько последних цифр номера входящего звонка составляют код.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".psw-expire-time-sec': integer({
    min: 30,
    max: 600,
    unit: 'seconds',
    default: 120,
    label: { en: 'Validity period', ru: 'Срок действия' },
    help: {
      en: 'The number of seconds after which the code ceases to be valid and a second call is required.',
      ru: 'Через сколько секунд код перестаёт действовать и требуется повторный звонок.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".psw-max-attempts': integer({
    min: 1,
    max: 10,
    unit: 'attempts',
    default: 3,
    label: { en: 'Number of attempts per login', ru: 'Количество попыток на один вход' },
    help: {
      en: 'The number of wrong codes during one login after which a second call is required.',
      ru: 'После скольких неверных кодов за один вход требуется повторный звонок.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".tempLockAfter': integer({
    min: 2,
    max: 100,
    unit: 'attempts',
    default: 10,
    label: { en: 'Total number of attempts', ru: 'Общее количество попыток' },
    help: {
      en: 'Calls and entered codes together, over all logins, after which the method is temporarily blocked.',
      ru: 'После скольких звонков и вводов кода вместе, за все входы, метод временно блокируется.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".tempLockForMin': integer({
    min: 1,
    max: 1440,
    unit: 'minutes',
    default: 15,
    label: {
      en: 'Blocking time when the total number of attempts is exceeded, in minutes',
      ru: 'Время блокировки при превышении общего количества попыток, в минутах',
    },
    help: {
      en: 'During this time the method is unavailable to the person.',
      ru: 'В течение этого времени метод недоступен пользователю.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".phone-attr': attribute({
    default: 'phone_number',
    label: {
      en: "Name of the attribute with the user's mobile number",
      ru: 'Имя атрибута с номером мобильного телефона пользователя',
    },
    help: { en: 'The phone that is called.', ru: 'Телефон, на который поступает звонок.' },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.flashCall.profiles."2".resend-delay-sec': integer({
    min: 10,
    max: 600,
    unit: 'seconds',
    default: 30,
    label: { en: 'Delay before another call', ru: 'Пауза перед повторным звонком' },
    help: {
      en: 'How long a person waits before the next call can be asked for.',
      ru: 'Сколько ждать, прежде чем можно попросить о следующем звонке.',
    },
    origin: 'ours',
    inConsole: true,
  }),
};
