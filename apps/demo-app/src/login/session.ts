import type { PendingLogin, SignedIn } from './logins.ts';

export type Notice = 'refreshed' | 'level_missed' | 'stepped_up';

/** What the application remembers of one browser. Tokens never leave it. */
export interface Session {
  readonly id: string;
  /** By `state`: logins that this browser began, in several tabs perhaps. */
  readonly pending: Map<string, PendingLogin>;
  signedIn?: SignedIn;
  userInfo?: Readonly<Record<string, unknown>>;
  /** To be said once, on the next page. */
  notice?: Notice;
  /** A refresh on its way: a second press must not spend the same refresh token again. */
  refreshing?: Promise<SignedIn>;
}
