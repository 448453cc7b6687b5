import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';
import { isWebAddress, webAddress, webAddressWords } from './web-address.ts';

/** Whose tokens are believed. */
export abstract class IssuerEnvironment {
  /** BLITZ_PUBLIC_URL of blitz-idp, as it stands in its tokens. */
  abstract readonly issuer: string;
}

export class IssuerVariables extends Staged implements Concern<IssuerEnvironment> {
  @Expected(webAddressWords, (text, stage) => (text === '' ? !stage.production : isWebAddress(text, stage)))
  readonly BLITZ_ISSUER: string = '';

  typed(): IssuerEnvironment {
    return { issuer: webAddress(this.BLITZ_ISSUER || 'http://localhost:9000/blitz') };
  }
}
