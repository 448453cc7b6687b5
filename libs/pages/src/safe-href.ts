const placeholder = 'http://placeholder.invalid';
const refused = new Set(['javascript:', 'data:', 'vbscript:', 'blob:', 'file:', 'filesystem:', 'about:']);

/**
 * An address that may stand in a link. Applications may live under schemes of their own (`com.example.app:/back`), so what is
 * refused is what a browser would run or open from the disk.
 *
 * @returns undefined when it may not; then no link is shown.
 */
export function safeHref(href: string | undefined): string | undefined {
  if (href === undefined || href === '') return undefined;
  try {
    return refused.has(new URL(href, placeholder).protocol) ? undefined : href;
  } catch {
    return undefined;
  }
}

/** A path of ours, query included; anything that would lead to another host becomes the root. */
export function ownPath(path: string): string {
  try {
    const url = new URL(path, placeholder);
    if (url.origin !== placeholder) return '/';
    return url.pathname.replace(/^\/+/, '/') + url.search;
  } catch {
    return '/';
  }
}

/** The same page in another language, with everything else in the query kept. */
export function inLanguage(path: string, language: string): string {
  const url = new URL(ownPath(path), placeholder);
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
