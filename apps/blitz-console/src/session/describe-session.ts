import { privilegesOf, type Account, type ConsolePerson } from '@blitz/accounts';
import { csrfTokenOf } from './csrf-token.ts';

/** What the pages know of whoever works in them. */
export function describeSession({ administrator, session }: ConsolePerson, token: string, now: number): object {
  const { account, roles } = administrator;
  return {
    person: { sub: account.sub, name: nameOf(account), login: account.login },
    roles,
    privileges: privilegesOf(roles),
    csrf_token: csrfTokenOf(token),
    entered_by: session.enteredBy,
    fresh_until: session.freshUntil > now ? moment(session.freshUntil) : null,
    expires_at: moment(session.expiresAt),
  };
}

const moment = (at: number): string => new Date(at).toISOString();

function nameOf({ attributes, login }: Account): string {
  const { name = '', given_name: given = '', family_name: family = '' } = attributes;
  return name.trim() || `${given} ${family}`.trim() || login;
}
