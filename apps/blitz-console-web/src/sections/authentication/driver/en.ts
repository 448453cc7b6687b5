export const en = {
  title: 'Phone Call Provider Driver',
};

export type DriverWords = typeof en;
