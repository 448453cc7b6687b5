import { DomainError } from '@blitz/kernel';
import type { FastifyRequest } from 'fastify';
import type { AccessErrorCode } from '../access/access-error.ts';
import { isCsrfTokenOf } from './csrf-token.ts';

const harmless: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What any page of the web may have a browser send without asking (Fetch, CORS-safelisted content types). */
const formTypes = /^\s*(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;

/**
 * A browser sends its cookie with whatever page asks for it: a request that changes something has to show that the page is ours.
 *
 * @throws DomainError `forgery_suspected`
 */
export function assertOwnPage(request: FastifyRequest, sessionToken: string): void {
  if (harmless.has(request.method)) return;
  assertSameOrigin(request);
  if (!isCsrfTokenOf(sessionToken, request.headers['x-blitz-csrf'])) throw new DomainError<AccessErrorCode>('forgery_suspected');
}

/** As far as it can be told without a session. @throws DomainError `forgery_suspected` */
export function assertSameOrigin({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (fromElsewhere || formTypes.test(headers['content-type'] ?? '')) throw new DomainError<AccessErrorCode>('forgery_suspected');
}
