import { attribute, choice, factors, integer } from './kinds.ts';

/** Who is asked for what, and how long it holds. */
export const loginSchema = {
  'login.factors': factors({
    default: [[], []],
    label: { en: 'Authentication methods', ru: 'Методы аутентификации' },
    help: {
      en: 'Two lists, first and second factors, in the order shown. The file says which methods exist; the console enables and orders them.',
      ru: 'Два списка, первый и второй факторы, в порядке показа. Файл определяет, какие методы есть; консоль включает их и меняет порядок.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.required-factor': choice<1 | 2>({
    choices: [
      { value: 1, label: { en: 'First factor', ru: 'Первый фактор' } },
      { value: 2, label: { en: 'First and second factor', ru: 'Первый и второй фактор' } },
    ],
    default: 1,
    label: { en: 'Default authentication level', ru: 'Уровень аутентификации по умолчанию' },
    help: {
      en: 'What is asked of accounts that have no level of their own.',
      ru: 'Что требуется от учётных записей, для которых уровень не задан отдельно.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.session.inactivityPeriodInSec': integer({
    min: 60,
    max: 2_592_000,
    unit: 'seconds',
    default: 3600,
    label: { en: 'Session inactivity period', ru: 'Время бездействия сессии' },
    help: {
      en: 'A session that nobody uses for so long ends.',
      ru: 'Сессия, которой столько времени не пользуются, завершается.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.session.ttlInSec': integer({
    min: 60,
    max: 2_592_000,
    unit: 'seconds',
    default: 10_800,
    label: { en: 'Session lifetime', ru: 'Максимальная длительность сессии' },
    help: {
      en: 'A session ends after so long even if it is in use.',
      ru: 'По истечении этого времени завершается и используемая сессия.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.uaActiveTtlInSec': integer({
    min: 3600,
    max: 157_680_000,
    unit: 'seconds',
    default: 31_536_000,
    label: { en: 'Lifetime of a trusted browser', ru: 'Срок доверия браузеру' },
    help: {
      en: 'For so long after "Trust this browser" the second factor is not asked for again in it.',
      ru: 'Столько времени после выбора «Доверять этому браузеру» второй фактор в нём не запрашивается.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.uaInactiveTtlInSec': integer({
    min: 3600,
    max: 157_680_000,
    unit: 'seconds',
    default: 2_592_000,
    label: { en: 'Inactivity period of a trusted browser', ru: 'Время бездействия доверенного браузера' },
    help: {
      en: 'A trusted browser in which nobody logs in for so long is forgotten.',
      ru: 'Доверенный браузер, в котором столько времени не входят, забывается.',
    },
    origin: 'vendor',
    inConsole: true,
  }),
  'login.displayNameAttr': attribute({
    default: 'name',
    label: { en: 'Attribute with the display name', ru: 'Атрибут с отображаемым именем' },
    help: { en: 'How a person is greeted on the pages.', ru: 'Как к человеку обращаются на страницах.' },
    origin: 'vendor',
    inConsole: true,
  }),
};
