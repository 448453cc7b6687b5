import type { FactorEntry } from './factor-lists.ts';
import { supportedMethods } from './factor-lists.ts';
import type { SettingKey, Values } from './schema.ts';
import type { Text } from './text.ts';

/** Settings that are fine alone but not together. `blamed` is shown; each of `involved` could be changed to mend it. */
export interface Contradiction {
  readonly blamed: SettingKey;
  readonly involved: readonly SettingKey[];
  readonly expected: Text;
}

export function contradictions(values: Values): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const names = values['id-attrs.attrsMeta'].map(({ name }) => name);
  for (const key of ['login.methods.flashCall.profiles."2".phone-attr', 'login.displayNameAttr'] as const) {
    if (names.includes(values[key])) continue;
    found.push({
      blamed: key,
      involved: [key],
      expected: {
        en: `one of the attributes in id-attrs.attrsMeta: ${names.join(', ')}`,
        ru: `один из атрибутов id-attrs.attrsMeta: ${names.join(', ')}`,
      },
    });
  }
  const available = values['lang.available'];
  if (!available.includes(values['lang.default'])) {
    found.push({
      blamed: 'lang.default',
      involved: ['lang.default', 'lang.available'],
      expected: {
        en: `one of lang.available: ${available.join(', ')}`,
        ru: `один из языков lang.available: ${available.join(', ')}`,
      },
    });
  }
  return found;
}

export interface Doubt {
  readonly key: SettingKey;
  readonly because: Text;
}

/** Settings that contradict nothing but that nobody would want; worth a warning, never fatal. */
export function doubts(values: Values): readonly Doubt[] {
  const profile = 'login.methods.flashCall.profiles."2"';
  const [first, second] = values['login.factors'];
  const found: Doubt[] = [];
  const doubt = (applies: boolean, key: SettingKey, en: string, ru: string): void => {
    if (applies) found.push({ key, because: { en, ru } });
  };
  doubt(
    values[`${profile}.psw-max-attempts`] > values[`${profile}.tempLockAfter`],
    `${profile}.psw-max-attempts`,
    'more attempts per login than the total number of attempts: the method is blocked before they are used up',
    'попыток на один вход больше, чем общее количество попыток: метод заблокируется раньше',
  );
  doubt(
    values['login.session.inactivityPeriodInSec'] > values['login.session.ttlInSec'],
    'login.session.inactivityPeriodInSec',
    'longer than the lifetime of a session: it never takes effect',
    'больше максимальной длительности сессии: не действует',
  );
  doubt(
    !offers(first, supportedMethods.first),
    'login.factors',
    'no first factor is enabled: nobody can log in',
    'не включён ни один первый фактор: никто не сможет войти',
  );
  doubt(
    values['login.required-factor'] === 2 && !offers(second, supportedMethods.second),
    'login.required-factor',
    'no second factor is enabled: who needs two factors can not log in',
    'не включён ни один второй фактор: кому нужны два фактора, не сможет войти',
  );
  return found;
}

function offers(entries: readonly FactorEntry[], supported: readonly string[]): boolean {
  return entries.some(({ method, enabled }) => enabled && supported.includes(method));
}
