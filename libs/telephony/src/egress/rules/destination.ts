import type { EgressFault } from '@blitz/procedures';
import { namedHost } from './named-host.ts';
import { refusal } from './refusal.ts';

/** Where a request goes, as read once: nobody reads the address a second time, and differently. */
export interface Destination {
  readonly secure: boolean;
  /** As in the rules: with a port when it is not the scheme's own. */
  readonly host: string;
  /** A name, or an address without brackets. */
  readonly hostname: string;
  readonly port: number;
  /** Query included. */
  readonly path: string;
}

export interface OpenHosts {
  /** The procedure's list. */
  readonly hosts: readonly string[];
  /** The operator's list of hosts that may be spoken to without TLS, in the form of `httpHosts`. */
  readonly allowHttp: readonly string[];
}

const maxUrlBytes = 8 * 1024;
/** RFC 1035. */
const maxNameLength = 253;

/**
 * What the parser of the URL standard silently repairs, and other parsers read otherwise: white space, control and invisible
 * characters, lone surrogates, backslashes.
 */
const trickery = /[\s\p{C}\\]/u;
const parts = /^(?<scheme>[a-z][a-z0-9+.-]*):(?<rest>.*)$/isu;

/** Reads the address of a request and judges scheme and host. */
export function readDestination(text: string, open: OpenHosts): Destination | EgressFault {
  if (Buffer.byteLength(text) > maxUrlBytes) return refusal('url_invalid', 'the address is longer than 8 KiB');
  if (trickery.test(text)) return refusal('url_invalid', 'the address holds blanks, control characters or backslashes: encode them');
  const { scheme, rest } = parts.exec(text)?.groups ?? {};
  if (scheme === undefined || rest === undefined) return refusal('url_invalid', 'the address has to be absolute: https://host/…');
  if (!/^https?$/iu.test(scheme)) return refusal('scheme_refused', 'the address has to begin with https://');
  const authority = /^\/\/(?<authority>[^/?#]+)/u.exec(rest)?.groups?.['authority'];
  if (authority === undefined || !URL.canParse(text)) return refusal('url_invalid', 'the address is not a valid https://host/…');
  if (authority.includes('@')) return refusal('url_invalid', 'no user name or password in the address: send them as a header');
  return judge(new URL(text), open);
}

function judge(url: URL, { hosts, allowHttp }: OpenHosts): Destination | EgressFault {
  const { host } = url;
  if (url.hostname.length > maxNameLength) return refusal('url_invalid', 'the host name is longer than 253 characters');
  const secure = url.protocol === 'https:';
  if (!secure && !allowHttp.includes(host)) return refusal('scheme_refused', `${namedHost(host)} has to be spoken to by https`);
  // `provider.example.` is the same host in DNS, but another one to certificates: one spelling is enough.
  if (!hosts.includes(host) || url.hostname.endsWith('.')) {
    return refusal('host_refused', `${namedHost(host)} is not in the procedure's list of hosts`);
  }
  const hostname = url.hostname.replace(/^\[|\]$/gu, '');
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return { secure, host, hostname, port, path: url.pathname + url.search };
}
