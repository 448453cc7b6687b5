import { en } from './en.ts';
import { ru } from './ru.ts';
import { wordsIn } from './words-in.ts';

/** Words of the shell and of the building blocks. */
export const useWords = wordsIn({ en, ru });
