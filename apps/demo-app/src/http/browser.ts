import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Session } from '../login/session.ts';
import type { Sessions } from '../login/sessions.ts';
import { trouble } from '../login/trouble.ts';

/** Cookies know no ports: every service on `localhost` sees this one, hence a name that no other has. */
const cookie = 'demo_session';

/** Which session a browser carries, and how it is given another. */
export class Browser {
  readonly #sessions: Sessions;
  readonly #secure: boolean;

  constructor(sessions: Sessions, secure: boolean) {
    this.#sessions = sessions;
    this.#secure = secure;
  }

  session(request: FastifyRequest): Session | undefined {
    return this.#sessions.find(request.cookies[cookie]);
  }

  /** @throws Trouble `session_over` */
  signedIn(request: FastifyRequest): Session & Required<Pick<Session, 'signedIn'>> {
    const session = this.session(request);
    if (session?.signedIn === undefined) throw trouble('session_over');
    return session as Session & Required<Pick<Session, 'signedIn'>>;
  }

  begin(reply: FastifyReply): Session {
    const session = this.#sessions.create();
    reply.setCookie(cookie, session.id, { httpOnly: true, sameSite: 'lax', path: '/', secure: this.#secure });
    return session;
  }

  forget(session: Session, reply: FastifyReply): void {
    this.#sessions.end(session.id);
    reply.clearCookie(cookie, { httpOnly: true, sameSite: 'lax', path: '/', secure: this.#secure });
  }

  /** A new name for whoever logged in: a session that was planted before the login is worth nothing. */
  renew(before: Session, reply: FastifyReply): Session {
    this.#sessions.end(before.id);
    const session = this.begin(reply);
    for (const [state, pending] of before.pending) session.pending.set(state, pending);
    return session;
  }
}
