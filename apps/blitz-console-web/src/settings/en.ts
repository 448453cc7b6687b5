import { countedEn } from '../words/counted.ts';

const methods: Readonly<Record<string, string>> = {
  password: 'Password',
  flashCall: 'Confirmation by Incoming Call',
  totp: 'Authenticator app',
  hotp: 'Hardware token',
  webAuthn: 'Passkeys and security keys',
  sms: 'Code by SMS',
  email: 'Code by e-mail',
  recoveryCode: 'Recovery codes',
  trustKey: 'Trusted key',
  qrCode: 'QR code',
  x509: 'Certificate',
  spnego: 'Windows login',
  css: 'Current session',
  cls: 'Session of a known device',
};

const number = new Intl.NumberFormat('en');

const units: Readonly<Record<string, (count: number) => string>> = {
  digits: (count) => countedEn(count, 'digit', 'digits'),
  attempts: (count) => countedEn(count, 'attempt', 'attempts'),
  calls: (count) => countedEn(count, 'call', 'calls'),
  percent: (count) => `${number.format(count)}%`,
  seconds: (count) => countedEn(count, 'second', 'seconds'),
  minutes: (count) => countedEn(count, 'minute', 'minutes'),
  milliseconds: (count) => `${number.format(count)} ms`,
};

/** Words of what is made from the definitions of settings. */
export const en = {
  nothing: 'nothing',
  asInFile: 'as blitz.conf says',
  emptyList: 'none',
  on: 'on',
  off: 'off',
  units,
  methodName: (id: string) => methods[id] ?? id,
  range: (min: string, max: string) => `${min}–${max}`,
  byDefault: (value: string) => `by default ${value}`,
  thatIs: (duration: string) => `that is ${duration}`,
  source: { saved: 'Saved in the console', file: 'From blitz.conf', default: 'Default' },
  backToFile: (value: string) => `Back to blitz.conf: ${value}`,
  goesBack: 'Will follow blitz.conf again when saved.',
  keep: 'Keep what is saved',
  expected: (what: string) => `Expected: ${what}.`,
  notAllowed: 'This value can’t be used. The field says what is allowed.',
  attribute: {
    counted: (name: string, count: number) => `${name} (${number.format(count)} with a valid number)`,
  },
  everyCountry: 'Every country',
  addCountry: 'Add a country',
  odds: {
    title: 'How easily a code is guessed',
    lead: 'By somebody who has the password but not the phone. Never better than true: calls count like entered codes.',
    oneIn: (count: number) => `1 in ${number.format(count)}`,
    perLogin: 'in one login',
    untilBlock: 'until the method is blocked',
    perDay: 'in a day, waiting out every block',
    beside: (count: number, when: string) => `Odds of guessing ${when}: 1 in ${number.format(count)}`,
    nist: 'Where NIST SP 800-63B-4 asks for more',
    nistLead: 'Not a mistake, but something to know and to accept.',
  },
  doubts: 'Worth a second look',
  problems: {
    method_not_ready: 'A method can’t be switched on yet: something it needs is missing.',
    first_factor_needed: 'The only first factor can’t be switched off: nobody could log in any more.',
    settings_version_unknown: 'There is no such version.',
    conf_invalid: 'This text can’t be read as a blitz.conf.',
  },
};

export type SettingsWords = typeof en;
