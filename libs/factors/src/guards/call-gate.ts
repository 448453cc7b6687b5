import { describePhoneNumber, type PhoneNumberFacts } from '@blitz/accounts';
import type { FlashCallSettings } from '../flash-call/flash-call-settings.ts';
import type { Origin } from '../login/origin.ts';
import type { CallGuards, GuardedPress, GuardVerdict } from './call-guards.ts';
import type { CallTags } from './call-tags.ts';
import type { GuardLimits } from './guard-limits.ts';
import type { GuardSettings } from './guard-settings.ts';

/** Who wants whom to be called, and from where. */
export interface Asking {
  readonly sub: string;
  /** E.164 */
  readonly phoneNumber: string;
  /** Which press of the account it is (R3). */
  readonly press: number;
  readonly origin: Pick<Origin, 'address' | 'clientId'>;
}

export type GateVerdict =
  | GuardVerdict
  /** The administrator has no calls made to such numbers. */
  | { readonly kind: 'not_callable'; readonly reason: 'number_type' | 'country' };

/**
 * What stands before the budget: whether such a number is called at all, and whether there were not too many calls already.
 * A number that is never called moves no counter: there is nothing to guess at it, and nobody is dialled.
 */
export class CallGate {
  constructor(
    private readonly guards: CallGuards,
    private readonly tags: CallTags,
    private readonly settings: GuardSettings,
    private readonly flashCall: FlashCallSettings,
  ) {}

  /** Counts the press, or says why there is no call. */
  claim(asking: Asking, now: number): Promise<GateVerdict> {
    return this.#ask(asking, (press) => this.guards.claim(press, now));
  }

  /** What `claim` would say. Changes nothing. */
  look(asking: Asking, now: number): Promise<GateVerdict> {
    return this.#ask(asking, (press) => this.guards.look(press, now));
  }

  /** No call came of the press. */
  giveBack(asking: Asking): Promise<void> {
    return this.guards.giveBack(this.#press(asking, describePhoneNumber(asking.phoneNumber), this.settings.guards()));
  }

  #ask(asking: Asking, question: (press: GuardedPress) => Promise<GuardVerdict>): Promise<GateVerdict> {
    const limits = this.settings.guards();
    const facts = describePhoneNumber(asking.phoneNumber);
    const reason = notCallable(facts, limits);
    return reason === undefined ? question(this.#press(asking, facts, limits)) : Promise.resolve({ kind: 'not_callable', reason });
  }

  #press(asking: Asking, { country, callingCode }: PhoneNumberFacts, { counts, pumping }: GuardLimits): GuardedPress {
    const { tags } = this;
    const { sub, phoneNumber, press, origin } = asking;
    return {
      id: tags.press(sub, press),
      buckets: {
        number: { ...counts.number, tag: tags.number(phoneNumber) },
        prefix: { ...counts.prefix, tag: tags.prefix(phoneNumber) },
        country: { ...counts.country, tag: tags.country(country ?? `+${callingCode}`) },
        address: { ...counts.address, tag: tags.address(origin.address) },
        application: { ...counts.application, tag: tags.application(origin.clientId ?? 'none') },
        total: { ...counts.total, tag: 'all' },
      },
      pumping: { ...pumping, openMs: this.flashCall.limits().validityMs },
    };
  }
}

function notCallable(
  { country, type }: PhoneNumberFacts,
  { numberTypes, countries }: GuardLimits,
): 'number_type' | 'country' | undefined {
  if (countries.length > 0 && (country === undefined || !countries.includes(country))) return 'country';
  return numberTypes.some((allowed) => allowed === type) ? undefined : 'number_type';
}
