import { wordsIn } from '../../words/words-in.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

export const useConfigurationWords = wordsIn({ en, ru });
