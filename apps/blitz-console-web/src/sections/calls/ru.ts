import type { CallsWords } from './en.ts';

export const ru: CallsWords = {
  title: 'Звонки',
};
