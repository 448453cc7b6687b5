import type { ConfigurationWords } from './en.ts';

export const ru: ConfigurationWords = {
  title: 'Конфигурация',
};
