import { useLanguage } from './language-context.tsx';
import type { Language } from './language.ts';

/**
 * Makes the hook that gives a section its words: `export const useUsersWords = wordsIn({ en, ru })`. The type of the dictionary is that
 * of `en`: what `ru` lacks, or has too much, does not compile.
 */
export function wordsIn<Words extends object>(dictionaries: Readonly<Record<Language, Words>>): () => Words {
  return () => dictionaries[useLanguage().language];
}
