import { unblockable } from '@blitz/factors';
import { Type } from 'typebox';
import { route } from '../api/route.ts';
import { orNull, Sub } from '../api/words.ts';
import { Browser, Ended, Level, OfAccount, PersonSession, Security } from './care-words.ts';

const shared = { privilege: 'w_user', tag: 'Users' } as const;
const OneOf = Type.Object({ sub: Sub, id: Type.String({ minLength: 1, maxLength: 64 }) }, { additionalProperties: false });

export const readSecurity = route({
  ...shared,
  method: 'GET',
  path: 'users/{sub}/security',
  summary: 'How an account stands: factors, blocks, level',
  params: OfAccount,
  answers: { 200: Security },
});

export const unblockMethod = route({
  ...shared,
  method: 'POST',
  path: 'users/{sub}/unblock',
  summary: 'Gives an account a whole new budget for one method',
  description: 'Whoever is typing at that moment loses nothing. Other methods stay as they are.',
  params: OfAccount,
  body: Type.Object({ method: Type.Enum([...unblockable]) }, { additionalProperties: false }),
  answers: { 200: Security },
});

export const resetPassword = route({
  ...shared,
  method: 'POST',
  path: 'users/{sub}/password',
  summary: 'Gives an account another password',
  description: 'Sessions, tokens, logins under way and trusted browsers end. A password that was drawn is told in this answer and never again.',
  fresh: true,
  params: OfAccount,
  body: Type.Object({
    password: Type.Optional(Type.String({ minLength: 1, maxLength: 1_024, description: 'One is drawn when it is left out.' })),
  }, { additionalProperties: false }),
  answers: { 200: Type.Object({ password: orNull(Type.String({ description: 'The one that was drawn.' })) }) },
});

export const resetFactor = route({
  ...shared,
  method: 'POST',
  path: 'users/{sub}/reset-factor',
  summary: 'Has an account begin anew with a factor',
  description: 'Forgets what was spent, the live call and the trust of all browsers. Sessions stay.',
  fresh: true,
  params: OfAccount,
  body: Type.Object({ method: Type.Enum(['flashCall']) }, { additionalProperties: false }),
  answers: { 200: Security },
});

export const requireLevel = route({
  ...shared,
  method: 'PUT',
  path: 'users/{sub}/level',
  summary: 'How many factors an account is asked for',
  description: 'Null leaves it to the configuration. The stricter of both counts.',
  params: OfAccount,
  body: Type.Object({ level: orNull(Level) }, { additionalProperties: false }),
  answers: { 200: Security },
});

export const lockAccount = route({
  ...shared,
  method: 'PUT',
  path: 'users/{sub}/lock',
  summary: 'Locks an account or its password, or opens them again',
  description: 'A locked account’s sessions end.',
  params: OfAccount,
  body: Type.Object({ locked: Type.Boolean(), password_locked: Type.Boolean() }, { additionalProperties: false }),
  answers: { 200: Security },
});

export const listBrowsers = route({
  ...shared,
  method: 'GET',
  path: 'users/{sub}/browsers',
  summary: 'Browsers that are not asked for the second factor',
  params: OfAccount,
  answers: { 200: Type.Object({ items: Type.Array(Browser) }) },
});

export const revokeBrowser = route({
  ...shared,
  method: 'DELETE',
  path: 'users/{sub}/browsers/{id}',
  summary: 'Takes the trust from one browser',
  params: OneOf,
  answers: { 204: null },
});

export const revokeBrowsers = route({
  ...shared,
  method: 'DELETE',
  path: 'users/{sub}/browsers',
  summary: 'Takes the trust from all browsers of an account',
  params: OfAccount,
  answers: { 200: Ended },
});

export const listSessions = route({
  ...shared,
  method: 'GET',
  path: 'users/{sub}/sessions',
  summary: 'Where a person is logged in',
  params: OfAccount,
  answers: { 200: Type.Object({ items: Type.Array(PersonSession) }) },
});

export const endSession = route({
  ...shared,
  method: 'DELETE',
  path: 'users/{sub}/sessions/{id}',
  summary: 'Ends one session, with the tokens that came of it',
  params: OneOf,
  answers: { 204: null },
});

export const endSessions = route({
  ...shared,
  method: 'DELETE',
  path: 'users/{sub}/sessions',
  summary: 'Ends all sessions of an account, logins under way, and the tokens that applications hold',
  params: OfAccount,
  answers: { 200: Ended },
});

export const careRoutes = [
  readSecurity,
  unblockMethod,
  resetPassword,
  resetFactor,
  requireLevel,
  lockAccount,
  listBrowsers,
  revokeBrowser,
  revokeBrowsers,
  listSessions,
  endSession,
  endSessions,
] as const;
