import type { Language } from '../../words/language.ts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [['day', 86_400], ['hour', 3_600], ['minute', 60]];

/** "5 minutes ago", "in 12 minutes", "now". Of more than a week it says nothing: a date says it better. */
export function relative(at: number, now: number, language: Language): string | undefined {
  const seconds = Math.round((at - now) / 1_000);
  if (Math.abs(seconds) > 7 * 86_400) return undefined;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of steps) if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  return format.format(0, 'second');
}

export function absolute(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}
