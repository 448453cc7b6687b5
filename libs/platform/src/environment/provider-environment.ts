import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';
import { isWebAddress, webAddressWords } from './web-address.ts';

/** The company or exchange that makes the calls. */
export abstract class ProviderEnvironment {
  /** As given, path and slash included: it is the provider's address, not ours. */
  abstract readonly url: string;
  abstract readonly token: string;
}

export class ProviderVariables extends Staged implements Concern<ProviderEnvironment> {
  @Expected(webAddressWords, isWebAddress)
  readonly BLITZ_PROVIDER_URL: string = '';

  @Expected('the token that the provider gave you', (text, stage) =>
    /^[\x21-\x7e]+$/.test(text) && !(stage.production && /^development/i.test(text)),
  )
  readonly BLITZ_PROVIDER_TOKEN: string = '';

  typed(): ProviderEnvironment {
    return { url: this.BLITZ_PROVIDER_URL, token: this.BLITZ_PROVIDER_TOKEN };
  }
}
