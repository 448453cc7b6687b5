import { describe, expect, it } from '@jest/globals';
import { requestHeaders } from './request-headers.ts';

type Wanted = readonly (readonly [string, string])[];
const fault = (wanted: Wanted): string => {
  const read = requestHeaders(wanted, '');
  return 'kind' in read ? read.fault : 'accepted';
};
const out = (wanted: Wanted, correlation = ''): unknown => {
  const read = requestHeaders(wanted, correlation);
  return 'kind' in read ? read.message : read.out;
};

describe('headers of a procedure', () => {
  it.each([
    'Authorization', 'Token', 'X-Token', 'X-Authorization', 'X-API-Key', 'Date', 'Content-Type', 'Accept', 'User-Agent',
    'Signature', 'Signature-Input', 'X-Timestamp', 'X-Correlation-Id', 'Idempotency-Key', 'Api-Key', 'ApiKey', 'Access-Token', 'Auth-Token',
    'App-Key', 'Client-Secret', 'Client-Id', 'Account-Id', 'Api-Version', 'Request-Id', 'X-Sign', 'x-y_z',
  ])('%s is the provider\'s business', (name) => {
    expect(out([[name, 'a b\tc']])).toMatchObject({ [name]: ['a b\tc'] });
  });

  it.each([
    'Host', 'HOST', 'Content-Length', 'Transfer-Encoding', 'Connection', 'Keep-Alive', 'TE', 'Trailer', 'Upgrade', 'Expect',
    'Proxy-Authorization', 'Proxy-Connection', 'Sec-Fetch-Site', 'Cookie', 'Cookie2', 'Set-Cookie', 'Forwarded', 'X-Forwarded-For',
    'X-Forwarded-Host', 'X-Real-IP', 'Via', 'Accept-Encoding', 'HTTP2-Settings', 'Alt-Used', 'Client-IP', 'True-Client-IP', 'CF-Connecting-IP',
    'X-Original-URL', 'X-Rewrite-URL', 'X-HTTP-Method-Override', 'X-Method-Override', 'X-Host', 'X-Client-IP', 'X-ProxyUser-IP', 'Origin', 'Referer',
    'Range', 'Max-Forwards', 'Surrogate-Control', 'Whatever',
  ])('%s is not on the list', (name) => {
    expect(fault([[name, 'x']])).toBe('header_refused');
  });

  it.each(['', ' ', 'a b', 'a:', ':method', 'a\r\nb', 'naïve', 'a\0', '__proto__', 'Host ', '\tHost', 'a(b)', 'x'.repeat(129)])(
    '%j is no name',
    (name) => {
      expect(fault([[name, 'x']])).toBe('header_refused');
    },
  );

  it.each(['a\r\nHost: evil', 'a\nb', 'a\rb', 'a\0b', 'ключ', 'é', '\u2028', '\x7f'])('%j is no value', (value) => {
    expect(fault([['Token', value]])).toBe('header_refused');
  });

  it('R14 a refusal tells no value', () => {
    expect(out([['Token', 'secret-7711\r\n']])).toBe('the header token holds other characters than visible ASCII: encode them');
  });

  it('may be given twice, but not where one of them would be believed and one not', () => {
    expect(out([['X-A', '1'], ['x-a', '2']])).toMatchObject({ 'X-A': ['1', '2'] });
    expect(fault([['Content-Type', 'text/plain'], ['content-type', 'text/html']])).toBe('header_refused');
    expect(fault([['Authorization', 'a'], ['AUTHORIZATION', 'b']])).toBe('header_refused');
  });

  it('are 40 at most, and 8 KiB', () => {
    const many = (count: number): Wanted => Array.from({ length: count }, (_, at) => [`X-${at}`, 'x']);
    expect([fault(many(40)), fault(many(41))]).toEqual(['accepted', 'request_too_large']);
    expect(fault([['X-A', 'a'.repeat(8189)]])).toBe('accepted');
    expect(fault([['X-A', 'a'.repeat(8190)]])).toBe('request_too_large');
  });
});

describe('headers that nobody gave', () => {
  it('are ours: who asks, what is read, and what to follow it by', () => {
    expect(out([], 'r-1')).toEqual({
      'User-Agent': 'blitz-idp',
      Accept: 'application/json, */*;q=0.5',
      'Accept-Encoding': 'identity',
      'Content-Type': false,
      'X-Correlation-Id': 'r-1',
    });
  });

  it('stand back for given ones', () => {
    const given: Wanted = [['user-agent', 'mine'], ['x-correlation-id', 'theirs'], ['content-type', 'text/plain']];
    expect(out(given, 'r-1')).toEqual({
      'user-agent': ['mine'],
      'x-correlation-id': ['theirs'],
      'content-type': ['text/plain'],
      Accept: 'application/json, */*;q=0.5',
      'Accept-Encoding': 'identity',
    });
  });

  it.each(['', 'a\r\nb', 'x'.repeat(257)])('%j is nothing to follow it by', (correlation) => {
    expect(out([], correlation)).toMatchObject({ 'X-Correlation-Id': false });
  });
});
