/** The languages that every text exists in; the first is the source of the others. */
export const languages = ['en', 'ru'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(value: unknown): value is Language {
  return languages.some((each) => each === value);
}
