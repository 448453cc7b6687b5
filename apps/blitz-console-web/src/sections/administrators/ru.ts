import type { AdministratorsWords } from './en.ts';

export const ru: AdministratorsWords = {
  title: 'Администраторы',
};
