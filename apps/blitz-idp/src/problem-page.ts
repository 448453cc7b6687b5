import {
  alreadyDonePage,
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
import type { Problem, RenderHtml } from '@blitz/platform';
import type { FastifyRequest } from 'fastify';
import { paths, to } from './login/paths.ts';
import { readQuery } from './login/read-query.ts';

/** Whatever went wrong, as a page with words that help. */
export function problemPages(frameOf: (request: FastifyRequest) => Frame): RenderHtml {
  return (status, problem, request) => {
    const frame = frameOf(request);
    // What was sent is not sent again; the doorway knows how far the login got.
    const retry = request.method === 'GET' ? { retryHref: frame.path } : doorway(request, 'retryHref');
    const home = homeOf(problem);
    switch (problem.code) {
      case 'cookies_missing':
        // What this page is bound to was never kept: only a new login helps.
        return cookiesPage({ frame, ...retry, ...(home === undefined ? {} : { retryHref: home }) });
      case 'login_foreign':
        return otherBrowserPage({ frame, ...(home === undefined ? {} : { returnHref: home }) });
      case 'form_foreign':
        return errorPage({ frame, error: 'form_expired', ...doorway(request, 'retryHref') });
      case 'login_over':
        return overPage(problem)({ frame, ...(home === undefined ? {} : { returnHref: home }) });
      case 'phone_missing':
        return noFactorPage({ frame, because: 'no_phone', ...doorway(request, 'startAgainHref') });
      case 'hashing_busy':
        return tooManyPage({ frame, waitSec: Number(problem['retryAfterSec'] ?? 2), ...retry });
      default:
        return byStatus(status, frame, problem.correlationId, retry);
    }
  };
}

/** The address is gone for both (410); only who is not logged in has anything to begin anew. */
function overPage({ loggedIn }: Problem): typeof loginOverPage {
  return loggedIn === true ? alreadyDonePage : loginOverPage;
}

function homeOf({ application }: Problem): string | undefined {
  return typeof application === 'string' ? application : undefined;
}

/** The door that knows where a login stands. */
function doorway<Name extends string>(request: FastifyRequest, name: Name): { readonly [N in Name]?: string } {
  const bo = readQuery(request, 'bo');
  return (bo === undefined ? {} : { [name]: to(paths.doorway, bo) }) as { readonly [N in Name]?: string };
}

function byStatus(status: number, frame: Frame, correlationId: string, retry: { retryHref?: string }): string {
  if (status === 404) return notFoundPage({ frame });
  if (status >= 500) return unavailablePage({ frame, correlationId, ...retry });
  return errorPage({ frame, error: 'invalid_request', correlationId, ...retry });
}
