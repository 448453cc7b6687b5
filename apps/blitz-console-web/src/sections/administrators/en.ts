export const en = {
  title: 'Administrators',
};

export type AdministratorsWords = typeof en;
