import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.ts';

/** People with a session of blitz-console. */
export abstract class SessionCallers {
  /**
   * @returns undefined when the request brings no session that is alive
   * @throws DomainError `forgery_suspected` when a changing request does not come from our own pages
   */
  abstract find(request: FastifyRequest): Promise<Caller | undefined>;
}
