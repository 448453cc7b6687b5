import type { Language } from '../language.ts';
import { en, type Texts } from './en.ts';
import { ru } from './ru.ts';

const byLanguage = { en, ru } satisfies Record<Language, Texts>;

export function textsIn(language: Language): Texts {
  return byLanguage[language];
}
