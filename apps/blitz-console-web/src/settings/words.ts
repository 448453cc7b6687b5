import { wordsIn } from '../words/words-in.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export type { SettingsWords } from './en.ts';
export const useSettingsWords = wordsIn({ en, ru });
