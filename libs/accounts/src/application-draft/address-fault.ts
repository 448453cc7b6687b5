/** Which rule an address breaks, for programs, and what is expected instead, for people. */
export interface AddressFault {
  readonly rule:
    | 'address_malformed'
    | 'address_too_long'
    | 'address_wildcard'
    | 'address_fragment'
    | 'address_user_info'
    | 'address_scheme_forbidden'
    | 'address_insecure'
    | 'address_scheme_foreign'
    | 'address_scheme_not_reversed'
    | 'address_loopback_https'
    | 'address_not_exact';
  readonly expected: string;
}

export const longestAddress = 1_000;

/** What a browser would run or open itself. */
const forbidden: ReadonlySet<string> = new Set(['javascript:', 'vbscript:', 'data:', 'blob:', 'file:', 'about:', 'filesystem:', 'ftp:', 'ws:', 'wss:', 'mailto:', 'tel:']);
/** RFC 8252, 8.3, and the name that developers type. */
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
/** RFC 8252, 7.1: a domain name of one's own, backwards. */
const reversed = /^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+:$/;

const fault = (rule: AddressFault['rule'], expected: string): AddressFault => ({ rule, expected });

/**
 * Why people may not be sent to this address after a login or a logout (RFC 9700, 2.1: compared exactly, so written exactly);
 * undefined when they may. A code that goes to a wrong address is a login given away.
 */
export function addressFault(text: string, kind: 'web' | 'native'): AddressFault | undefined {
  if (text.length > longestAddress) return fault('address_too_long', `at most ${String(longestAddress)} characters`);
  if (text.includes('*')) return fault('address_wildcard', 'the whole address, without *');
  const url = /[\s\\\p{Cc}]/u.test(text) ? null : URL.parse(text);
  if (url === null) return fault('address_malformed', 'a whole address, such as https://app.example/callback');
  if (text.includes('#')) return fault('address_fragment', 'an address without #');
  if (url.username !== '' || url.password !== '' || /^[a-z]+:\/\/[^/?]*@/i.test(text)) return fault('address_user_info', 'an address without a name or password before @');
  return schemeFault(url, kind) ?? spellingFault(text, url);
}

function schemeFault({ protocol, hostname }: URL, kind: 'web' | 'native'): AddressFault | undefined {
  const near = loopback.has(hostname);
  if (forbidden.has(protocol)) return fault('address_scheme_forbidden', 'an address that begins with https://');
  if (protocol === 'http:') return near ? undefined : fault('address_insecure', 'https:// (http:// only to localhost, 127.0.0.1 and [::1])');
  if (protocol === 'https:') return near && kind === 'native' ? fault('address_loopback_https', 'http:// for an address of the device itself') : undefined;
  if (kind === 'web') return fault('address_scheme_foreign', 'an address that begins with https://');
  return reversed.test(protocol) ? undefined : fault('address_scheme_not_reversed', 'a domain name of yours, backwards, as in com.example.app:/callback');
}

/** Applications send the address as it is entered here, and browsers go where `href` says: both have to be one. */
function spellingFault(text: string, { href }: URL): AddressFault | undefined {
  return href === text || href === `${text}/` ? undefined : fault('address_not_exact', `written as ${href.slice(0, longestAddress)}`);
}
