import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { contentSecurityPolicy } from './content-security-policy.ts';
import type { Directives } from './content-security-policy.ts';

export type Headers = Readonly<Record<string, string>>;

/**
 * What every answer carries. A route that knows better (an asset that may be cached, a page whose form leads elsewhere)
 * overrides with `reply.header`. With `no-referrer` browsers send `Origin: null` on form posts: whoever wants to know where
 * a form came from looks at `Sec-Fetch-Site` and the anti-forgery token, not at `Origin`.
 */
export function securityHeaders(https: boolean, changes: Directives = {}): Headers {
  return {
    'content-security-policy': contentSecurityPolicy(changes),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
    ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** Lets forms of this page lead to these origins too; see `contentSecurityPolicy` for why that is needed. */
export function allowFormTargets(reply: FastifyReply, origins: readonly string[]): void {
  changePolicy(reply, ` form-action 'self' ${origins.map((each) => new URL(each).origin).join(' ')}`);
}

/** Leaves it open where forms of this page lead to. */
export function omitFormAction(reply: FastifyReply): void {
  changePolicy(reply, '');
}

/**
 * For code that answers by itself on Node's own objects (oidc-provider): gives it the raw pair with the headers that
 * Fastify would have sent, and takes Fastify's hands off the answer.
 */
export function handOver(reply: FastifyReply): { readonly request: IncomingMessage; readonly response: ServerResponse } {
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.hijack();
  return { request: reply.request.raw, response: reply.raw };
}

function changePolicy(reply: FastifyReply, formAction: string): void {
  const directives = String(reply.getHeader('content-security-policy') ?? contentSecurityPolicy()).split(';');
  const others = directives.filter((each) => !each.trimStart().startsWith('form-action'));
  reply.header('content-security-policy', (formAction === '' ? others : [...others, formAction]).join(';'));
}
