import { createContext, useContext } from 'react';
import type { Privilege, Session } from './session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who works here. Only inside of the shell. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession outside of the shell');
  return session;
}

/** Whether this person may: what they may not is not offered. */
export function useMay(): (...anyOf: readonly Privilege[]) => boolean {
  const { privileges } = useSession();
  return (...anyOf) => anyOf.some((each) => privileges.includes(each));
}
