import type { EventsWords } from './en.ts';

export const ru: EventsWords = {
  title: 'События',
};
