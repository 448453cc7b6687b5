import type { Clock } from '@blitz/kernel';
import type { Configuration } from 'openid-client';
import { allowInsecureRequests, ClientSecretBasic, discovery, None } from 'openid-client';
import { unreachable } from './trouble.ts';

export interface Registration {
  readonly issuer: URL;
  readonly clientId: string;
  /** Absent: a public client, protected by PKCE alone. */
  readonly clientSecret?: string;
}

const freshMs = 30_000;
const timeoutSec = 5;

/**
 * Asks the provider where its endpoints are, not before somebody needs them: the provider may start after the application.
 * The answer is kept for a short while, so that a provider that went away is noticed here and not by the browser.
 */
export class IdentityProvider {
  readonly #registration: Registration;
  readonly #clock: Clock;
  #known: { readonly since: number; readonly configuration: Promise<Configuration> } | undefined;

  constructor(registration: Registration, clock: Clock) {
    this.#registration = registration;
    this.#clock = clock;
  }

  /** @throws Trouble `provider_unreachable` */
  configuration(): Promise<Configuration> {
    const now = this.#clock.now();
    if (this.#known !== undefined && now - this.#known.since < freshMs) return this.#known.configuration;
    const configuration = this.#discover();
    this.#known = { since: now, configuration };
    configuration.catch(() => (this.#known = undefined));
    return configuration;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#registration;
    const authentication = clientSecret === undefined ? None() : ClientSecretBasic(clientSecret);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so only to stand out; a demo on localhost has no TLS
    const execute = issuer.protocol === 'http:' ? [allowInsecureRequests] : [];
    return discovery(issuer, clientId, undefined, authentication, { execute, timeout: timeoutSec }).catch((error: unknown) => {
      throw unreachable(error);
    });
  }
}
