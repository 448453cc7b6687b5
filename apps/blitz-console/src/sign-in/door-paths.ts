import { consoleReturnPaths } from '@blitz/accounts';
import type { ConsoleRefusal } from '@blitz/pages';

const console = '/blitz/console';

/** Addresses at the console's door. */
export const doorPaths = {
  home: `${console}/`,
  login: `${console}/login`,
  /** By which somebody else can log in although somebody is logged in at blitz-idp. */
  loginAsOther: `${console}/login?fresh=1`,
  refused: `${console}/login/refused`,
  enter: `${console}/enter`,
  loggedOut: `${console}${consoleReturnPaths.logout}`,
} as const;

export function refusedPath(because: ConsoleRefusal): string {
  return `${doorPaths.refused}?because=${because}`;
}
