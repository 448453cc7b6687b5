import { privilegesOf, type FindConsolePerson } from '@blitz/accounts';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../access/caller.ts';
import { SessionCallers } from '../access/session-callers.ts';
import { assertOwnPage } from './assert-own-page.ts';
import type { ConsoleCookies } from './console-cookies.ts';

/** People whose browser brings the cookie of a session. */
export class CookieSessions extends SessionCallers {
  constructor(
    private readonly cookies: ConsoleCookies,
    private readonly findPerson: FindConsolePerson,
  ) {
    super();
  }

  async find(request: FastifyRequest): Promise<Caller | undefined> {
    const token = this.cookies.session(request);
    if (token === undefined) return undefined;
    assertOwnPage(request, token);
    const person = await this.findPerson.execute(token);
    if (person === undefined) return undefined;
    const { administrator, session } = person;
    return { kind: 'person', id: session.sub, privileges: privilegesOf(administrator.roles), freshUntil: session.freshUntil };
  }
}
