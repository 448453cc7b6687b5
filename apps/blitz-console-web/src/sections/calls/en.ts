export const en = {
  title: 'Calls',
};

export type CallsWords = typeof en;
