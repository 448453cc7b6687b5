import type { ApplicationsWords } from './en.ts';

export const ru: ApplicationsWords = {
  title: 'Приложения',
};
