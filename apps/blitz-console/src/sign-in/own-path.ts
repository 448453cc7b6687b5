const home = '/blitz/console/';
const longest = 2_000;
/** Whoever is sent back there would go round and round. */
const doors = /^\/blitz\/console\/(?:login|logout|logged-out|enter|session)(?:\/|$)/;

/**
 * Where in blitz-console a person wants to be after the login: a path of ours and nothing else, so that no link to our login leads a
 * person elsewhere. Browsers read `//host`, `/\host` and addresses with tabs in them as other places: what counts is what the
 * parser of the browsers (WHATWG URL) makes of it.
 */
export function readOwnPath(to: unknown): string {
  if (typeof to !== 'string' || to.length > longest || !to.startsWith('/') || /[\p{Cc}\\]/u.test(to)) return home;
  const base = 'http://own.invalid';
  if (!URL.canParse(to, base)) return home;
  const { origin, pathname, search, hash } = new URL(to, base);
  const isOurs = origin === base && (pathname === home.slice(0, -1) || pathname.startsWith(home)) && !pathname.includes('//');
  return isOurs && !doors.test(pathname) ? `${pathname}${search}${hash}` : home;
}
