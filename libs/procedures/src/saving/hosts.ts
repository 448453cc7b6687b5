const mostHosts = 20;

/**
 * Reads a host as the URL standard writes it: lower case, punycode, a port only when it is not the scheme's own.
 *
 * @returns undefined for what is no host, or more than one (an address with a path, a pattern)
 */
export function readHost(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 300 || !URL.canParse(`https://${text}`)) return undefined;
  const url = new URL(`https://${text}`);
  const alone = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  return alone && /^[^/?#@\\\s]+$/.test(text) && !url.hostname.includes('*') ? url.host : undefined;
}

/** @returns undefined unless every one is a host; without repetitions */
export function readHosts(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list) || list.length > mostHosts) return undefined;
  const hosts = list.map(readHost);
  return hosts.every((host) => host !== undefined) ? [...new Set(hosts)] : undefined;
}
