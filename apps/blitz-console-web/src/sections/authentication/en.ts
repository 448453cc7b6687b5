export const en = {
  title: 'Authentication',
};

export type AuthenticationWords = typeof en;
