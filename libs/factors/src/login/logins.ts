import type { HandOverVerdict } from './hand-over.ts';
import type { Login } from './login.ts';

/** Where logins are kept. An id that was renewed or ended is as good as never given (no fixation: it changes at each step). */
export abstract class Logins {
  abstract open(login: Login): Promise<void>;
  /** Found under a new name, it is found under no other: what its last entry left for the old one is taken away. */
  abstract find(sub: string, id: string): Promise<Login | undefined>;
  /**
   * What a login is called now, for the browser that was not told: until its new name is used, and for a minute at most.
   *
   * @param id the old one
   * @param challengeId what the browser was asked with
   */
  abstract handOver(sub: string, id: string, challengeId: string, now: number): Promise<HandOverVerdict>;
  /** The person was asked whether to trust this browser; true for exactly one of any number of callers. */
  abstract settleTrust(sub: string, id: string): Promise<boolean>;
  /** Ends the login; true for exactly one of any number of callers. */
  abstract end(sub: string, id: string): Promise<boolean>;
}
