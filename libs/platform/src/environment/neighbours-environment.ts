import type { Concern } from './concern.ts';
import { Expected } from './expected.ts';
import { Staged } from './staged.ts';
import { isWebAddress, webAddress, webAddressWords } from './web-address.ts';

/** Addresses of the other services, for the links between them. A link whose address is unknown is not shown. */
export abstract class NeighboursEnvironment {
  abstract readonly recoveryUrl: string | undefined;
  abstract readonly consoleUrl: string | undefined;
}

const isLink = (text: string, stage: Staged): boolean => text === '' || isWebAddress(text, stage);

export class NeighboursVariables extends Staged implements Concern<NeighboursEnvironment> {
  @Expected(webAddressWords, isLink)
  readonly BLITZ_RECOVERY_URL: string = '';

  @Expected(webAddressWords, isLink)
  readonly BLITZ_CONSOLE_URL: string = '';

  typed(): NeighboursEnvironment {
    return { recoveryUrl: link(this.BLITZ_RECOVERY_URL), consoleUrl: link(this.BLITZ_CONSOLE_URL) };
  }
}

function link(text: string): string | undefined {
  return text === '' ? undefined : webAddress(text);
}
