import { countedRu } from '../words/counted.ts';
import type { SettingsWords } from './en.ts';

const methods: Readonly<Record<string, string>> = {
  password: 'Пароль',
  flashCall: 'Подтверждение по входящему звонку',
  totp: 'Приложение-аутентификатор',
  hotp: 'Аппаратный токен',
  webAuthn: 'Ключи доступа и безопасности',
  sms: 'Код из SMS',
  email: 'Код по электронной почте',
  recoveryCode: 'Коды восстановления',
  trustKey: 'Доверенный ключ',
  qrCode: 'QR-код',
  x509: 'Сертификат',
  spnego: 'Вход Windows',
  css: 'Текущая сессия',
  cls: 'Сессия известного устройства',
};

const number = new Intl.NumberFormat('ru');

const units: SettingsWords['units'] = {
  digits: (count) => countedRu(count, 'цифра', 'цифры', 'цифр'),
  attempts: (count) => countedRu(count, 'попытка', 'попытки', 'попыток'),
  calls: (count) => countedRu(count, 'звонок', 'звонка', 'звонков'),
  percent: (count) => `${number.format(count)} %`,
  seconds: (count) => countedRu(count, 'секунда', 'секунды', 'секунд'),
  minutes: (count) => countedRu(count, 'минута', 'минуты', 'минут'),
  milliseconds: (count) => `${number.format(count)} мс`,
};

export const ru: SettingsWords = {
  nothing: 'ничего',
  asInFile: 'как в blitz.conf',
  emptyList: 'нет',
  on: 'включён',
  off: 'выключен',
  units,
  methodName: (id) => methods[id] ?? id,
  range: (min, max) => `${min}–${max}`,
  byDefault: (value) => `по умолчанию ${value}`,
  thatIs: (duration) => `это ${duration}`,
  source: { saved: 'Сохранено в консоли', file: 'Из blitz.conf', default: 'По умолчанию' },
  backToFile: (value) => `Вернуть как в blitz.conf: ${value}`,
  goesBack: 'После сохранения снова будет действовать значение из blitz.conf.',
  keep: 'Оставить сохранённое',
  expected: (what) => `Ожидается: ${what}.`,
  notAllowed: 'Такое значение недопустимо. Рядом с полем указано, что можно.',
  attribute: {
    counted: (name, count) => `${name} (с верным номером: ${number.format(count)})`,
  },
  everyCountry: 'Любая страна',
  addCountry: 'Добавить страну',
  odds: {
    title: 'Насколько легко угадать код',
    lead: 'Тому, у кого есть пароль, но нет телефона. Оценка не лучше действительности: звонки считаются как введённые коды.',
    oneIn: (count) => `1 из ${number.format(count)}`,
    perLogin: 'за один вход',
    untilBlock: 'до блокировки метода',
    perDay: 'за сутки, пережидая каждую блокировку',
    beside: (count, when) => `Вероятность угадать ${when}: 1 из ${number.format(count)}`,
    nist: 'Где NIST SP 800-63B-4 требует большего',
    nistLead: 'Это не ошибка, но об этом нужно знать и принять это.',
  },
  doubts: 'Стоит посмотреть ещё раз',
  problems: {
    method_not_ready: 'Метод пока нельзя включить: не хватает того, что ему нужно.',
    first_factor_needed: 'Единственный первый фактор нельзя выключить: никто не смог бы войти.',
    settings_version_unknown: 'Такой версии нет.',
    conf_invalid: 'Этот текст не читается как blitz.conf.',
  },
};
