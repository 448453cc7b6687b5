import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { EgressFault } from '@blitz/procedures';
import type { Resolve } from '../egress-policy.ts';
import { errorCode } from '../error-code.ts';
import type { AddressRules } from './address-rules.ts';
import { namedHost } from './named-host.ts';
import { refusal } from './refusal.ts';

export type CheckedAddresses = readonly [LookupAddress, ...LookupAddress[]];

/** RFC 2308: there is no such name, or it has no address. Other failures are the name server's. */
const unknown = new Set(['ENOTFOUND', 'ENODATA', 'ENONAME']);
const mostTried = 8;

/**
 * The addresses of a host, each judged. One that is not public spoils them all: whoever mixes them wants to be let in. Nothing
 * is remembered, so an address is never older than the request; requests that ask at the same moment share one look-up, since
 * the system's resolver has few threads.
 */
export class CheckedNames {
  readonly #underway = new Map<string, Promise<readonly LookupAddress[]>>();

  constructor(
    private readonly resolve: Resolve,
    private readonly rules: AddressRules,
  ) {}

  async addressesOf(hostname: string): Promise<CheckedAddresses | EgressFault> {
    const family = isIP(hostname);
    const addresses = family === 0 ? await this.#resolved(hostname) : [{ address: hostname, family }];
    if ('kind' in addresses) return addresses;
    if (!addresses.every(({ address }) => this.rules.accepts(address))) {
      return refusal('address_refused', `${namedHost(hostname)} leads to an address that is not public`);
    }
    const [first, ...others] = addresses.map(({ address }) => ({ address, family: isIP(address) }));
    if (first === undefined) return refusal('name_unknown', `${namedHost(hostname)} has no address`);
    return [first, ...others.slice(0, mostTried - 1)];
  }

  async #resolved(hostname: string): Promise<readonly LookupAddress[] | EgressFault> {
    try {
      return await this.#shared(hostname);
    } catch (error) {
      if (unknown.has(errorCode(error))) return refusal('name_unknown', `there is no host ${namedHost(hostname)}`);
      return refusal('unreachable', `the name server could not say where ${namedHost(hostname)} is`);
    }
  }

  #shared(hostname: string): Promise<readonly LookupAddress[]> {
    const asked = this.#underway.get(hostname) ?? this.resolve(hostname).finally(() => this.#underway.delete(hostname));
    this.#underway.set(hostname, asked);
    return asked;
  }
}
