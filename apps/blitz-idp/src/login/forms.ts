import { DomainError } from '@blitz/kernel';
import type { FastifyRequest } from 'fastify';
import type { LoginErrorCode } from './login-errors.ts';
import type { Mac } from './mac.ts';

/** Anti-forgery: a form counts only if it comes from a page that this browser got in this step of its login. */
export class Forms {
  constructor(private readonly mac: Mac) {}

  /** @param login '' before the first factor */
  token(browser: string, login: string): string {
    return this.mac.of('form', browser, login);
  }

  /** @throws DomainError `form_foreign` */
  assertOurs(request: FastifyRequest, browser: string, login: string): void {
    const site = request.headers['sec-fetch-site'];
    const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none';
    const ours = !fromElsewhere && this.mac.matches(readField(request, 'csrf'), 'form', browser, login);
    if (!ours) throw new DomainError<LoginErrorCode>('form_foreign');
  }
}

/** A field of a form or of a JSON body, whatever it is. */
export function readField(request: FastifyRequest, name: string): unknown {
  const { body } = request;
  return typeof body === 'object' && body !== null && Object.hasOwn(body, name)
    ? (body as Record<string, unknown>)[name]
    : undefined;
}
