import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Network = readonly [network: Address, prefix: number];

/** RFC 4291: the only part of IPv6 that is given out as global unicast. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** RFC 6052: how networks without IPv4 reach it. The last 32 bits are the address that is meant. */
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** RFC 4291, 2.5.5.1: out of use, and `ipaddr.js` reads `::8.8.8.8` as another address than the system does. */
const compatible = /^[0:]+:\d+\.\d+\.\d+\.\d+$/;
/** Azure's metadata and host agent: looks public, and answers every virtual machine there. */
const metadata = ipaddr.IPv4.parse('168.63.129.16').toString();

/**
 * Which addresses may be connected to: public ones, and the networks that the operator allows.
 *
 * Public is what the registries of special-purpose addresses (RFC 6890; `ipaddr.js` knows them) leave over. Addresses of
 * tunnels (6to4, Teredo, local NAT64) are refused whole: what they lead to depends on the network that we are in.
 */
export class AddressRules {
  readonly #allowed: readonly Network[];

  /** @throws when one of them is neither a network nor an address */
  constructor(allowed: readonly string[]) {
    this.#allowed = allowed.map(readNetwork);
  }

  accepts(text: string): boolean {
    if (isIP(text) === 0 || compatible.test(text)) return false;
    const address = meantBy(ipaddr.parse(text));
    return this.#allowed.some((network) => isIn(address, network)) || isPublic(address);
  }
}

function readNetwork(text: string): Network {
  const [address = '', prefix] = text.split('/', 2);
  // Short and octal forms are read in more than one way; here they would open more than was meant.
  if (isIP(address) !== 0) {
    if (prefix === undefined) return [ipaddr.parse(address), isIP(address) === 4 ? 32 : 128];
    if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  }
  throw new Error(`allowAddresses: "${text}" is neither an address nor a network such as 10.1.0.0/16`);
}

/** IPv4 that is written as IPv6 is judged as what it is. */
function meantBy(address: Address): Address {
  if (address instanceof ipaddr.IPv4) return address;
  const embedded = address.isIPv4MappedAddress() || address.match(nat64);
  return embedded ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

function isIn(address: Address, [network, prefix]: Network): boolean {
  return address.kind() === network.kind() && address.match(network, prefix);
}

function isPublic(address: Address): boolean {
  if (address instanceof ipaddr.IPv6 && !address.match(globalUnicast)) return false;
  return address.range() === 'unicast' && address.toString() !== metadata;
}
