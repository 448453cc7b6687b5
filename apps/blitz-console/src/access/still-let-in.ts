import type { FastifyRequest } from 'fastify';
import { privilegesFor, type Route } from '../api/route.ts';
import type { AccessTokens } from './access-tokens.ts';
import { bearerToken } from './bearer-token.ts';
import type { Caller } from './caller.ts';
import type { SessionCallers } from './session-callers.ts';

/** Whether a request that takes long would be let in again: sessions and tokens end, and privileges are taken away. */
export class StillLetIn {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly sessions: SessionCallers,
  ) {}

  async check(request: FastifyRequest, route: Route, caller: Caller): Promise<boolean> {
    try {
      const token = bearerToken(request);
      const now = token === undefined ? await this.sessions.find(request) : await this.tokens.read(token);
      return now?.id === caller.id && privilegesFor(route).some((each) => now.privileges.includes(each));
    } catch {
      // Nobody can tell (R19).
      return false;
    }
  }
}
