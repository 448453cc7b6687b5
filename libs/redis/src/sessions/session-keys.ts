/** Something that oidc-provider wants remembered. @param name a bearer's digest, or an id that opens nothing */
export const thingKey = (model: string, name: string): string => `blitz:oidc:${model}:${name}`;

/** The keys of all tokens of a grant. */
export const grantKey = (grantId: string): string => `blitz:oidc:grant:${grantId}`;

/** Under which key a session is kept just now, or that it `ended`. */
export const uidKey = (uid: string): string => `blitz:oidc:session-uid:${uid}`;

/** What was granted in a session. */
export const sessionGrantsKey = (uid: string): string => `blitz:oidc:session-grants:${uid}`;

/** The `uid`s of an account's sessions, by when they are over. */
export const sessionsOfKey = (sub: string): string => `blitz:oidc:sessions-of:{${sub}}`;

/** The grants of an account, by when they are over: a refresh token may outlive its session. */
export const grantsOfKey = (sub: string): string => `blitz:oidc:grants-of:{${sub}}`;

/** Whatever the account began up to this moment has ended: milliseconds. */
export const endedUntilKey = (sub: string): string => `blitz:ended-until:{${sub}}`;

/** What stands instead of a key where a session was ended. */
export const ended = 'ended';

/** Longer than any session may last, and than any grant: what was ended is remembered as such for so long. */
export const endedMs = 31 * 24 * 3_600_000;
