import { describe, expect, it } from '@jest/globals';
import { CallTags } from './call-tags.ts';

const tags = new CallTags(Buffer.alloc(32, 7));

describe('Names of what calls are counted by', () => {
  it('R14 hold no number, prefix or address', () => {
    for (const tag of [tags.number('+79001234567'), tags.prefix('+79001234567'), tags.address('203.0.113.77')]) {
      expect(tag).toMatch(/^[\w-]{16}$/);
      expect(tag).not.toContain('7900');
      expect(tag).not.toContain('1234');
      expect(tag).not.toContain('203');
    }
  });

  it('R14 are made by nobody without the key', () => {
    expect(new CallTags(Buffer.alloc(32, 8)).prefix('+79001234567')).not.toBe(tags.prefix('+79001234567'));
  });

  it('are the same for numbers that differ in their last four digits, and only for those', () => {
    expect(tags.prefix('+79001234567')).toBe(tags.prefix('+79001230000'));
    expect(tags.prefix('+79001234567')).not.toBe(tags.prefix('+79001244567'));
    expect(tags.number('+79001234567')).not.toBe(tags.number('+79001230000'));
  });

  it('of one kind are none of another kind', () => {
    expect(tags.application('RU')).not.toBe(tags.country('RU'));
  });

  it('tell presses and accounts apart', () => {
    expect(new Set([tags.press('a', 1), tags.press('a', 2), tags.press('b', 1), tags.press('a', 11)]).size).toBe(4);
  });

  it.each([
    ['an IPv4 address and the same written as IPv6', '203.0.113.77', '::ffff:203.0.113.77', true],
    ['an IPv4 address and the same in hexadecimal', '203.0.113.77', '::FFFF:cb00:714d', true],
    ['two IPv4 addresses side by side', '203.0.113.77', '203.0.113.78', false],
    ['two hosts of one /64', '2001:db8:1:2::1', '2001:0db8:0001:0002:ffff::9', true],
    ['two /64 of one site', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['a link-local address with and without its interface', 'fe80::1%eth0', 'fe80::2', true],
    ['two things that are no address', 'nonsense', '', true],
    ['the loopback of IPv6 and that of IPv4', '::1', '127.0.0.1', false],
  ])('count %s together or apart as they should', (_what, one, other, together) => {
    expect(tags.address(one) === tags.address(other)).toBe(together);
  });
});
