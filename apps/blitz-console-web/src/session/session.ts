import { problemIn, problemOf } from '../client/problem.ts';

export type Privilege = 'w_admin' | 'w_app' | 'w_system' | 'w_ui' | 'w_user' | 'r_audit';

/** Who works here, and what they may do. The server checks it again with every request. */
export interface Session {
  readonly person: { readonly sub: string; readonly name: string; readonly login: string };
  readonly roles: readonly string[];
  readonly privileges: readonly Privilege[];
  readonly csrf_token: string;
  readonly fresh_until: string | null;
  readonly expires_at: string;
  readonly entered_by?: string;
}

/** @throws Problem with status 401 when nobody is logged in */
export async function readSession(): Promise<Session> {
  const response = await fetch('/blitz/console/session', { headers: { accept: 'application/json' } }).catch((thrown: unknown) => {
    throw problemOf(thrown);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemIn(response.status, body);
  return body as Session;
}
