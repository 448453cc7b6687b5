import { privilegesOf, type ConsolePerson } from '@blitz/accounts';
import { csrfTokenOf } from './csrf-token.ts';
import { nameOf } from './name-of.ts';

/** What the pages know of whoever works in them. */
export function describeSession({ administrator, session }: ConsolePerson, token: string, now: number): object {
  const { account, roles } = administrator;
  return {
    person: { sub: account.sub, name: nameOf(account) ?? account.login, login: account.login },
    roles,
    privileges: privilegesOf(roles),
    csrf_token: csrfTokenOf(token),
    entered_by: session.enteredBy,
    fresh_until: session.freshUntil > now ? moment(session.freshUntil) : null,
    expires_at: moment(session.expiresAt),
  };
}

const moment = (at: number): string => new Date(at).toISOString();
