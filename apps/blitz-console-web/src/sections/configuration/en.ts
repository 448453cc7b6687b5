export const en = {
  title: 'Configuration',
};

export type ConfigurationWords = typeof en;
