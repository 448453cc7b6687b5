import { integer } from './kinds.ts';

/** Guessing passwords: the keys are ours, in the style of the vendor's method blocks. */
export const passwordSchema = {
  'login.methods.password.max-attempts': integer({
    min: 3,
    max: 100,
    unit: 'attempts',
    default: 10,
    label: { en: 'Number of wrong passwords', ru: 'Количество неверных паролей' },
    help: {
      en: 'After so many wrong passwords in a row the password is blocked for the account.',
      ru: 'После стольких неверных паролей подряд пароль учётной записи блокируется.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.password.tempLockForMin': integer({
    min: 1,
    max: 1440,
    unit: 'minutes',
    default: 15,
    label: { en: 'Blocking time of the password, in minutes', ru: 'Время блокировки пароля, в минутах' },
    help: {
      en: 'During this time no password of the account is looked at, not even the right one.',
      ru: 'В течение этого времени не проверяется никакой пароль, даже верный.',
    },
    origin: 'ours',
    inConsole: true,
  }),
  'login.methods.password.delay-ms': integer({
    min: 0,
    max: 10_000,
    unit: 'milliseconds',
    default: 500,
    label: { en: 'Delay after a wrong password', ru: 'Задержка после неверного пароля' },
    help: {
      en: 'Three wrong passwords cost no waiting; after the next one this long, and twice as long after each further one.',
      ru: 'Три неверных пароля не требуют ожидания; после следующего — столько, после каждого дальнейшего — вдвое дольше.',
    },
    origin: 'ours',
    inConsole: true,
  }),
};
