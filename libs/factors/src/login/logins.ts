import type { Login } from './login.ts';

/** Where logins are kept. An id that was renewed or ended is as good as never given (no fixation: it changes at each step). */
export abstract class Logins {
  abstract open(login: Login): Promise<void>;
  abstract find(sub: string, id: string): Promise<Login | undefined>;
  /** The person was asked whether to trust this browser; true for exactly one of any number of callers. */
  abstract settleTrust(sub: string, id: string): Promise<boolean>;
  /** Ends the login; true for exactly one of any number of callers. */
  abstract end(sub: string, id: string): Promise<boolean>;
}
