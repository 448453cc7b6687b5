import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SigningKey } from '@blitz/accounts';
import type { Provider } from 'oidc-provider';

/** The provider of now: it is made anew when the signing keys change, and requests under way finish with the old one. */
export class ProviderHolder {
  #provider: Provider | undefined;
  #callback: ReturnType<Provider['callback']> | undefined;
  #kids = '';

  constructor(private readonly make: (keys: readonly SigningKey[]) => Provider) {}

  provider(): Provider {
    if (this.#provider === undefined) throw new Error('the signing keys are not there yet');
    return this.#provider;
  }

  /** Answers a request of the protocol. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    void (this.#callback ??= this.provider().callback())(request, response);
  }

  use(keys: readonly SigningKey[]): void {
    const kids = keys.map((key) => key.kid).join(' ');
    if (kids === this.#kids) return;
    this.#provider = this.make(keys);
    this.#callback = undefined;
    this.#kids = kids;
  }
}
