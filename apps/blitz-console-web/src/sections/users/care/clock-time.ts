import type { Language } from '../../../words/language.ts';

/** "14:05", or with the day when that is not today. */
export function clockTime(at: number, now: number, language: Language): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, today ? { timeStyle: 'short' } : { timeStyle: 'short', dateStyle: 'medium' }).format(at);
}
