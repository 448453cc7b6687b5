import { createHmac } from 'node:crypto';
import { clientNetwork } from './client-network.ts';

/** 96 bits: two of them never meet by chance. */
const tagLength = 16;
/** A prefix is a number without these: ten thousand numbers, as fraud rents them. */
const subscriberDigits = 4;

/**
 * What calls are counted by, under names that nobody makes or reads without the server's key: no number, prefix or address
 * stands in a key of Redis (R14).
 */
export class CallTags {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  number(e164: string): string {
    return this.#tag('number', e164);
  }

  /** The number without its last four digits. */
  prefix(e164: string): string {
    return this.#tag('prefix', e164.slice(0, -subscriberDigits));
  }

  country(country: string): string {
    return this.#tag('country', country);
  }

  /** IPv6 by /64. */
  address(address: string): string {
    return this.#tag('address', clientNetwork(address));
  }

  application(clientId: string): string {
    return this.#tag('application', clientId);
  }

  /** One press of one account, as the page numbered it (R3). */
  press(sub: string, press: number): string {
    return this.#tag('press', `${String(press)}\n${sub}`);
  }

  #tag(kind: string, value: string): string {
    return createHmac('sha256', this.#key).update(`${kind}\n${value}`).digest('base64url').slice(0, tagLength);
  }
}
