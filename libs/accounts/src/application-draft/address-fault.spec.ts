import { describe, expect, it } from '@jest/globals';
import { addressFault, longestAddress } from './address-fault.ts';

const long = (length: number): string => `https://app.example/${'x'.repeat(length - 20)}`;

describe('an address that people are sent to', () => {
  it.each([
    'https://app.example/callback',
    'https://app.example',
    'https://app.example:8443/callback?from=blitz',
    'http://localhost:3000/callback',
    'http://127.0.0.1/callback',
    'http://[::1]:8080/',
    'https://xn--80aairftm.example/callback',
    'https://app.example/a%20b/~c',
    long(longestAddress),
  ])('may be %s', (text) => {
    expect([addressFault(text, 'web'), addressFault(text, 'native')]).toEqual([undefined, undefined]);
  });

  it.each(['com.example.app:/callback', 'com.example.my-app://callback', 'io.example:/cb?x=1'])('may be %s where the application is on the device', (text) => {
    expect(addressFault(text, 'native')).toBeUndefined();
    expect(addressFault(text, 'web')).toMatchObject({ rule: 'address_scheme_foreign' });
  });

  it.each([
    ['address_malformed', ['', ' ', 'nonsense', '/callback', '//app.example/cb', 'https://', 'https://app.example/a b', ' https://app.example/', 'https://app.example/\n', 'https://app.example\\@evil.example/', 'https://app.example/\0', 'https://exa mple/', 'https://[::1/', 'https://app.example:99999/']],
    ['address_too_long', [long(longestAddress + 1), 'x'.repeat(100_000)]],
    ['address_wildcard', ['https://*.app.example/', 'https://app.example/*', 'https://app.example/?x=*']],
    ['address_fragment', ['https://app.example/cb#here', 'https://app.example/cb#', 'com.example.app:/cb#x']],
    ['address_user_info', ['https://ada@app.example/', 'https://ada:secret@app.example/', 'https://app.example@evil.example/', 'https://@app.example/']],
    ['address_scheme_forbidden', ['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,hello', 'vbscript:x', 'blob:https://app.example/x', 'file:///etc/passwd', 'about:blank', 'ftp://app.example/']],
    ['address_insecure', ['http://app.example/cb', 'http://localhost.evil.example/cb', 'http://127.0.0.2/cb', 'http://192.168.0.1/cb', 'http://0.0.0.0/cb']],
    ['address_not_exact', ['HTTPS://app.example/', 'https://App.example/', 'https://app.example:443/cb', 'https://app.example/a/../b', 'https://app.example/.', 'https:app.example', 'https:///app.example', 'https://магазин.example/cb', 'https://app.example/ключ', 'http://127.1/cb', 'http://2130706433/cb', 'https://app.example/"']],
  ] as const)('is refused with %s', (rule, texts) => {
    for (const text of texts) {
      expect([text, addressFault(text, 'web')]).toEqual([text, { rule, expected: expect.any(String) }]);
      expect([text, addressFault(text, 'native')]).toEqual([text, { rule, expected: expect.any(String) }]);
    }
  });

  it('is on a device no name that every application could take, and no https on the device itself', () => {
    for (const text of ['myapp:/cb', 'myapp://cb', 'com.:/cb', 'urn:x:y', 'intent://x']) expect([text, addressFault(text, 'native')?.rule]).toEqual([text, 'address_scheme_not_reversed']);
    for (const text of ['https://localhost/cb', 'https://127.0.0.1/cb', 'https://[::1]/cb']) {
      expect(addressFault(text, 'native')).toMatchObject({ rule: 'address_loopback_https' });
      expect(addressFault(text, 'web')).toBeUndefined();
    }
  });

  it('is said how to be written, where only the spelling is wrong', () => {
    expect(addressFault('https://Магазин.example', 'web')?.expected).toBe('written as https://xn--80aairftm.example/');
  });
});
