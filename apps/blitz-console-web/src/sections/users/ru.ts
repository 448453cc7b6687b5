import type { UsersWords } from './en.ts';

export const ru: UsersWords = {
  title: 'Пользователи',
};
