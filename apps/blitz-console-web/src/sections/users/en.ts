export const en = {
  title: 'Users',
};

export type UsersWords = typeof en;
