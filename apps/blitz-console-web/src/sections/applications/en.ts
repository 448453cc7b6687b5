export const en = {
  title: 'Applications',
};

export type ApplicationsWords = typeof en;
