import {
  cookiesPage,
  errorPage,
  loginOverPage,
  noFactorPage,
  notFoundPage,
  otherBrowserPage,
  tooManyPage,
  unavailablePage,
  type Frame,
} from '@blitz/pages';
import type { RenderHtml } from '@blitz/platform';
import type { FastifyRequest } from 'fastify';

/** Whatever went wrong, as a page with words that help. */
export function problemPages(frameOf: (request: FastifyRequest) => Frame): RenderHtml {
  return (status, problem, request) => {
    const frame = frameOf(request);
    const retry = request.method === 'GET' ? { retryHref: frame.path } : {};
    switch (problem.code) {
      case 'cookies_missing':
        return cookiesPage({ frame, ...retry });
      case 'login_foreign':
      case 'form_foreign':
        return otherBrowserPage({ frame });
      case 'login_over':
        return loginOverPage({ frame });
      case 'phone_missing':
        return noFactorPage({ frame, because: 'no_phone' });
      case 'hashing_busy':
        return tooManyPage({ frame, waitSec: Number(problem['retryAfterSec'] ?? 2), ...retry });
      default:
        return byStatus(status, frame, problem.correlationId, retry);
    }
  };
}

function byStatus(status: number, frame: Frame, correlationId: string, retry: { retryHref?: string }): string {
  if (status === 404) return notFoundPage({ frame });
  if (status >= 500) return unavailablePage({ frame, correlationId, ...retry });
  return errorPage({ frame, error: 'invalid_request', correlationId, ...retry });
}
