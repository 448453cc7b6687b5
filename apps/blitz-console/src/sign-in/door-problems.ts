import { errorPage, unavailablePage } from '@blitz/pages';
import type { RenderHtml } from '@blitz/platform';
import { doorFrame } from './door-frame.ts';
import { doorPaths } from './door-paths.ts';

/** Whatever goes wrong at the door, for people. Everywhere else the pages are made in the browser. */
export const doorProblems: RenderHtml = (status, { code, correlationId }, request) => {
  const { url } = request.routeOptions;
  if (url === undefined || !isDoor(url)) return undefined;
  const frame = doorFrame(request, doorPaths.login);
  if (status >= 500) return unavailablePage({ frame, correlationId, retryHref: doorPaths.login });
  return errorPage({ frame, error: code, correlationId, retryHref: doorPaths.login });
};

function isDoor(url: string): boolean {
  return url === doorPaths.login || url.startsWith(`${doorPaths.login}/`) || url === doorPaths.enter || url === doorPaths.loggedOut;
}
