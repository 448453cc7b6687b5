import type { AuthenticationWords } from './en.ts';

export const ru: AuthenticationWords = {
  title: 'Аутентификация',
};
