import { wordsIn } from '../../../words/words-in.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const useCareWords = wordsIn({ en, ru });
