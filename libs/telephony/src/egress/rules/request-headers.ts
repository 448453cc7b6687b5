import type { EgressFault, WantedRequest } from '@blitz/procedures';
import { refusal } from './refusal.ts';

export type RequestHeaders = Readonly<Record<string, string | string[] | false>>;

const maxHeaders = 40;
const maxBytes = 8 * 1024;

/** RFC 9110, a token; ours begins with a letter or a digit, so that no name means something to JavaScript (`__proto__`). */
const token = /^[a-z0-9][a-z0-9!#$%&'*+.^_`|~-]*$/i;
/** RFC 9110: visible ASCII, blank and tab. No line ends: they would begin another header. */
const text = /^[\t\x20-\x7e]*$/;

/**
 * What a procedure may set: the headers of a request's content and of who is asking, as the standards name them. Everything else is
 * refused: above all where a message ends, who it is for, how the connection is used (RFC 9110, 7.6.1; RFC 9112, 6), for with two
 * voices in them two servers read two different requests.
 */
const standard = new Set([
  'accept', 'accept-language', 'authorization', 'content-digest', 'content-language', 'content-type', 'date', 'digest',
  'idempotency-key', 'if-match', 'if-none-match', 'prefer', 'signature', 'signature-input', 'user-agent',
]);
/** Names that providers invent for their keys (`Token`, `Api-Key`, `Client-Secret`), and their own extensions. */
const invented = /^(?:x-.+|(?:[a-z0-9]+[-_])*(?:token|key|apikey|auth|authentication|secret|sign|signature|nonce|timestamp|client|account|workspace|application|version|request-id)(?:[-_](?:id|key|token|code|version|timestamp))?)$/;
/** Extensions that tell servers on the way who is asking, from where, or for what: nobody's to forge. */
const forged = /^x-(?:forwarded|original|rewrite|real|client-ip|cluster-client|http-method|method-override|host|envoy|amzn|proxy)/;

/** Which make no sense twice; others may be given several times. */
const once = new Set(['authorization', 'content-type', 'date', 'user-agent', 'x-correlation-id']);

/** The headers that go out, or what is wrong with those that were wanted. Values are never in a message. */
export function requestHeaders(wanted: WantedRequest['headers'], correlation: string): { readonly out: RequestHeaders } | EgressFault {
  if (wanted.length > maxHeaders) return refusal('request_too_large', `more than ${maxHeaders} headers`);
  const given = new Map<string, { readonly name: string; readonly values: string[] }>();
  let bytes = 0;
  for (const [name, value] of wanted) {
    const problem = problemOf(name, value);
    if (problem !== undefined) return refusal('header_refused', problem);
    bytes += name.length + value.length;
    const key = name.toLowerCase();
    const same = given.get(key);
    if (same !== undefined && once.has(key)) return refusal('header_refused', `the header ${key} is given twice`);
    if (same === undefined) given.set(key, { name, values: [value] });
    else same.values.push(value);
  }
  if (bytes > maxBytes) return refusal('request_too_large', 'the headers are longer than 8 KiB');
  const own = Object.fromEntries([...given.values()].map(({ name, values }) => [name, values]));
  return { out: { ...defaults(correlation, given), ...own } };
}

function problemOf(name: string, value: string): string | undefined {
  if (!token.test(name) || name.length > 128) return 'a header has a name that HTTP does not know';
  const key = name.toLowerCase();
  if (!(standard.has(key) || invented.test(key)) || forged.test(key)) return `the header ${key} is not a procedure's to set`;
  if (!text.test(value)) return `the header ${key} holds other characters than visible ASCII: encode them`;
  return undefined;
}

function defaults(correlation: string, given: ReadonlyMap<string, unknown>): RequestHeaders {
  const all: [string, string | false][] = [
    ['User-Agent', 'blitz-idp'],
    ['Accept', 'application/json, */*;q=0.5'],
    // Answers are short, and what is not compressed is no bomb. A server that compresses in spite of it is understood.
    ['Accept-Encoding', 'identity'],
    // `false`: axios would say that any body is a form.
    ['Content-Type', false],
    ['X-Correlation-Id', correlation !== '' && correlation.length <= 256 && text.test(correlation) ? correlation : false],
  ];
  return Object.fromEntries(all.filter(([name]) => !given.has(name.toLowerCase())));
}
