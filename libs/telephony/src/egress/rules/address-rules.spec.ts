import { describe, expect, it } from '@jest/globals';
import { AddressRules } from './address-rules.ts';

const rules = new AddressRules([]);

describe('refused, from its first address to its last', () => {
  it.each([
    ['0.0.0.0/8', '0.0.0.0', '0.255.255.255'],
    ['10.0.0.0/8', '10.0.0.0', '10.255.255.255'],
    ['100.64.0.0/10', '100.64.0.0', '100.127.255.255'],
    ['127.0.0.0/8', '127.0.0.0', '127.255.255.255'],
    ['169.254.0.0/16', '169.254.0.0', '169.254.255.255'],
    ['172.16.0.0/12', '172.16.0.0', '172.31.255.255'],
    ['192.0.0.0/24', '192.0.0.0', '192.0.0.255'],
    ['192.0.2.0/24', '192.0.2.0', '192.0.2.255'],
    ['192.88.99.0/24', '192.88.99.0', '192.88.99.255'],
    ['192.168.0.0/16', '192.168.0.0', '192.168.255.255'],
    ['198.18.0.0/15', '198.18.0.0', '198.19.255.255'],
    ['198.51.100.0/24', '198.51.100.0', '198.51.100.255'],
    ['203.0.113.0/24', '203.0.113.0', '203.0.113.255'],
    ['224.0.0.0/4', '224.0.0.0', '239.255.255.255'],
    ['240.0.0.0/4', '240.0.0.0', '255.255.255.255'],
    ['Azure metadata', '168.63.129.16', '168.63.129.16'],
    ['::/128', '::', '::'],
    ['::1/128', '::1', '::1'],
    ['::/96 compatible', '::8.8.8.8', '::ffff:ffff'],
    ['::/96 written out', '0::8.8.8.8', '0:0:0:0:0:0:8.8.8.8'],
    ['::ffff:0:0:0/96 translated', '::ffff:0:8.8.8.8', '::ffff:0:ffff:ffff'],
    ['64:ff9b:1::/48', '64:ff9b:1::808:808', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
    ['100::/64', '100::', '100::ffff:ffff:ffff:ffff'],
    ['1000::/4 not given out', '1000::', '1fff::1'],
    ['2001::/23', '2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db8::/32', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2002::/16', '2002::', '2002:808:808::1'],
    ['3fff::/20', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['4000::/3 not given out', '4000::', '5fff::1'],
    ['5f00::/16', '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fc00::/7', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fe80::/10', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['fec0::/10', 'fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['ff00::/8', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['mapped 10.0.0.0/8', '::ffff:10.0.0.0', '::ffff:10.255.255.255'],
    ['mapped 127.0.0.0/8', '::ffff:127.0.0.0', '::ffff:7fff:ffff'],
    ['NAT64 to 169.254.0.0/16', '64:ff9b::169.254.0.0', '64:ff9b::a9fe:ffff'],
    ['no addresses', '', 'provider.example'],
    ['forms that others read otherwise', '0177.0.0.1', '8.8'],
  ])('%s', (_range, first, last) => {
    expect([rules.accepts(first), rules.accepts(last)]).toEqual([false, false]);
  });
});

describe('accepted', () => {
  it.each([
    '1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0',
    '168.63.129.15', '168.63.129.17', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '192.0.1.0', '192.167.255.255',
    '192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8',
    '2001:200::', '2001:4860:4860::8888', '2a00:1450:4010::1', '2003::1', '3ffe::1',
  ])('%s', (address) => {
    expect(rules.accepts(address)).toBe(true);
  });
});

describe('a network that the operator allows', () => {
  const open = new AddressRules(['127.0.0.0/8', '10.1.0.0/16', 'fd12::/16', '192.168.5.5', '::1']);

  it.each(['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.255', 'fd12::1', '192.168.5.5', '::1'])('%s is open', (address) => {
    expect(open.accepts(address)).toBe(true);
  });

  it.each(['10.2.0.0', '10.0.255.255', 'fd13::1', '192.168.5.6', '::2', '169.254.169.254'])('%s beside it is not', (address) => {
    expect(open.accepts(address)).toBe(false);
  });
});
