import type { Language } from '../language.ts';

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** A text that depends on a number: `counted('en', { one: '# try', other: '# tries' })(2)` is "2 tries". */
export function counted(language: Language, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language);
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count));
}

type Unit = 'seconds' | 'minutes' | 'hours';

/** A length of time in the two largest units that matter, rounded up so that nobody comes back too early. */
export function duration(units: Readonly<Record<Unit, (count: number) => string>>): (seconds: number) => string {
  return (seconds) => {
    const whole = Math.max(1, Math.ceil(seconds));
    if (whole < 60) return units.seconds(whole);
    const minutes = Math.ceil(whole / 60);
    if (minutes < 60) return units.minutes(minutes);
    const rest = minutes % 60;
    const hours = units.hours(Math.floor(minutes / 60));
    return rest === 0 ? hours : `${hours} ${units.minutes(rest)}`;
  };
}
