/*
 * Every key of one account carries `{sub}`: in a Redis Cluster all that a script touches lies in one slot.
 */
export const challengeKey = (sub: string): string => `blitz:challenge:{${sub}}`;
export const budgetKey = (sub: string): string => `blitz:budget:{${sub}}:flashCall`;
export const loginKey = (sub: string, login: string): string => `blitz:login:{${sub}}:${login}`;

/** What the login of this old name is called now, until somebody uses the new name. */
export const handOverKey = (sub: string, login: string): string => `blitz:hand-over:{${sub}}:${login}`;

/** An entry on its way to the dialler: what was typed, sealed. */
export const entryKey = (sub: string, entry: string): string => `blitz:entry:{${sub}}:${entry}`;

/** What was concluded about it. */
export const verdictKey = (sub: string, entry: string): string => `blitz:verdict:{${sub}}:${entry}`;

/** Tells the pages that wait for this account that something changed. */
export const liveChannel = (sub: string): string => `blitz:live:${sub}`;

/** @param budget a digest of what was typed as login, so that an unknown account has a budget like any other (R18) */
export const passwordKey = (budget: string): string => `blitz:password:{${budget}}`;

/** The budgets that stand for one account: its login, its e-mail address, each browser that got in before. */
export const passwordsOfKey = (whose: string): string => `blitz:passwords-of:{${whose}}`;

/** A provider that fails is left alone by all diallers. */
export const breakerKey = (procedure: string): string => `blitz:breaker:{${procedure}}`;

/** One slot for the windows of test calls, which are counted together. */
export const testCallsKey = (window: string): string => `blitz:test-calls:{test-calls}:${window}`;

/** @param digest of the session's token */
export const consoleSessionKey = (digest: string): string => `blitz:console-session:{${digest}}`;

/** @param digest of the state and the browser */
export const signInAttemptKey = (digest: string): string => `blitz:sign-in:{${digest}}`;
