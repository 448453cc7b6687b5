import { supportedMethods } from '../schema/factor-lists.ts';
import type { SettingKey, Values } from '../schema/schema.ts';
import type { Text } from '../schema/text.ts';

/** Where a code by telephone falls short of NIST SP 800-63B-4. No fault: whoever decides so should know it. */
export interface Shortfall {
  readonly what: 'few_digits' | 'generator' | 'failures' | 'no_alternative';
  /** What could be set otherwise; none where no setting helps. */
  readonly key?: SettingKey;
  readonly because: Text;
}

const profile = 'login.methods.flashCall.profiles."2"';
const digitsWanted = 6;

/** SP 800-63B-4, 3.1.3 and 3.2.2. The longest validity period that can be set is NIST's own, ten minutes. */
export function shortfalls(values: Values): readonly Shortfall[] {
  const [, second] = values['login.factors'];
  const digits = values[`${profile}.psw-length`];
  const found: Shortfall[] = [];
  if (digits < digitsWanted) {
    found.push({
      what: 'few_digits',
      key: `${profile}.psw-length`,
      because: {
        en: `NIST SP 800-63B-4 asks for at least ${digitsWanted} digits; this is ${digits}.`,
        ru: `NIST SP 800-63B-4 требует не менее ${digitsWanted} цифр; здесь ${digits}.`,
      },
    });
  }
  found.push({
    what: 'failures',
    key: `${profile}.tempLockAfter`,
    because: {
      en: `NIST has a method switched off after at most 100 failures in a row; here it comes back by itself after ${values[`${profile}.tempLockForMin`]} min.`,
      ru: `NIST требует отключить метод не позднее чем после 100 неудач подряд; здесь он возвращается сам через ${values[`${profile}.tempLockForMin`]} мин.`,
    },
  });
  found.push({
    what: 'generator',
    because: {
      en: 'NIST wants the code drawn by an approved generator; most providers choose the calling number themselves.',
      ru: 'NIST требует кода от одобренного генератора; номер звонящего чаще всего выбирает провайдер.',
    },
  });
  const others = second.filter(({ method, enabled }) => enabled && method !== 'flashCall' && isSupported(method));
  if (others.length === 0) {
    found.push({
      what: 'no_alternative',
      key: 'login.factors',
      because: {
        en: 'NIST restricts telephony: people must be offered another second factor beside it, and none is switched on.',
        ru: 'NIST ограничивает телефонию: рядом должен быть доступен другой второй фактор, а включённых нет.',
      },
    });
  }
  return found;
}

function isSupported(method: string): boolean {
  return (supportedMethods.second as readonly string[]).includes(method);
}
