import type { SignInAttempt } from './sign-in-attempt.ts';

/** Attempts to sign in, each good once and in the browser that began it alone. */
export abstract class SignInAttempts {
  /** @param browser what only this browser has @param state what comes back with it */
  abstract begin(browser: string, state: string, attempt: SignInAttempt): Promise<void>;
  /** Of any number at once one gets it. Another browser's is not used up by asking. */
  abstract claim(browser: string, state: string, now: number): Promise<SignInAttempt | undefined>;
}
