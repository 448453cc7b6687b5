import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that an address is counted by: an IPv4 address is one, of IPv6 the /64, for whoever has one address there has all
 * of them. An IPv4 address written as IPv6 (RFC 4291, 2.5.5.2) is the IPv4 address.
 *
 * @returns `unknown` for what is no address: all of those share one bucket
 */
export function clientNetwork(address: string): string {
  const bare = address.replace(/%.*$/, '').trim();
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return 'unknown';
  const groups = groupsOf(bare);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return dotted(groups.slice(6));
  return `${groups.slice(0, 4).map((group) => group.toString(16)).join(':')}::/64`;
}

/** The eight groups of an IPv6 address. The URL parser knows every way to write one, dotted ends included. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const front = numbersOf(head);
  const back = numbersOf(tail ?? '');
  return [...front, ...Array.from({ length: 8 - front.length - back.length }, () => 0), ...back];
}

function numbersOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
}

function dotted(groups: readonly number[]): string {
  return groups.flatMap((group) => [group >> 8, group & 0xff]).join('.');
}
