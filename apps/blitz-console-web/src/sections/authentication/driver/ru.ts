import type { DriverWords } from './en.ts';

export const ru: DriverWords = {
  title: 'Драйвер провайдера звонков',
};
