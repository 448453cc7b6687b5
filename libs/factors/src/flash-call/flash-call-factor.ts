import type { Account } from '@blitz/accounts';
import type { Factor } from '../factor.ts';
import type { AskForCall, Press } from './ask-for-call.ts';
import type { EnterCode, Entry } from './enter-code.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';
import { phoneOf } from './phone-of.ts';

/** The incoming call as a factor. */
export class FlashCallFactor implements Factor<'flashCall', Press, Entry> {
  readonly kind = 'flashCall';
  /** RFC 8176: confirmation by telephone, over a channel of its own. */
  readonly assurance = { amr: 'tel', ownChannel: true };

  constructor(
    private readonly askForCall: AskForCall,
    private readonly enterCode: EnterCode,
    private readonly settings: FlashCallSettings,
  ) {}

  available(account: Account): boolean {
    return phoneOf(account, this.settings) !== undefined;
  }

  ask(press: Press): ReturnType<AskForCall['execute']> {
    return this.askForCall.execute(press);
  }

  check(entry: Entry): ReturnType<EnterCode['execute']> {
    return this.enterCode.execute(entry);
  }
}
