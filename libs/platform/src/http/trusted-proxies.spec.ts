import { describe, expect, it } from '@jest/globals';
import { TrustedProxies } from './trusted-proxies.ts';

describe('trusted proxies', () => {
  it('are nobody when nothing is configured', () => {
    const nobody = TrustedProxies.read('');
    expect(nobody.none).toBe(true);
    for (const address of ['127.0.0.1', '::1', '10.0.0.1', undefined]) expect(nobody.trusts(address)).toBe(false);
  });

  it('are those whose address lies in one of the networks', () => {
    const proxies = TrustedProxies.read('10.0.0.0/8, 192.0.2.7, fd00::/8');
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', 'fd12::1']) expect(proxies.trusts(address)).toBe(true);
    for (const address of ['11.1.2.3', '::ffff:11.1.2.3', '192.0.2.8', 'fe80::1', 'unknown', '']) expect(proxies.trusts(address)).toBe(false);
  });

  it('are never the whole world', () => {
    for (const text of ['0.0.0.0/0', '::/0', '10.0.0.0/', '10.0.0/8', '10.0.0.0/8/8', 'loopback', '*', '1']) {
      expect(TrustedProxies.canRead(text)).toBe(false);
    }
  });
});
