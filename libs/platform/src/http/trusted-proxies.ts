import { BlockList, isIP } from 'node:net';

/**
 * The networks whose forwarding headers are believed. Nobody is in it by default: whoever can write X-Forwarded-For
 * chooses the address that limits and audit see, so a header of anybody else must change nothing.
 */
export class TrustedProxies {
  readonly #networks = new BlockList();

  private constructor(readonly texts: readonly string[]) {
    for (const text of texts) {
      const [address = '', prefix] = text.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      this.#networks.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family);
    }
  }

  /** @param text networks in CIDR notation or single addresses, with commas between them. */
  static read(text: string): TrustedProxies {
    return new TrustedProxies(split(text));
  }

  static readonly canRead = (text: string): boolean => split(text).every(isNetwork);

  get none(): boolean {
    return this.texts.length === 0;
  }

  trusts(address: string | undefined): boolean {
    if (this.none || address === undefined) return false;
    const family = isIP(address);
    return family !== 0 && this.#networks.check(address, family === 6 ? 'ipv6' : 'ipv4');
  }
}

function split(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** A network of /0 would trust the whole world, which is what an attacker's header needs. */
function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (family === 6 ? 128 : 32);
}
