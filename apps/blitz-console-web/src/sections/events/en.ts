export const en = {
  title: 'Events',
};

export type EventsWords = typeof en;
