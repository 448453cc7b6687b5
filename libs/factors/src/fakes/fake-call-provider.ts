import { CallProvider, type CallOrder, type CallOutcome, type CheckOrder, type CheckOutcome, type HangUpOutcome, type PlacedCall } from '../flash-call/call-provider.ts';
import type { MadeCall } from '../flash-call/made-call.ts';

/** A call of the fake and its route, as it is remembered. */
export const fakeCall: Omit<MadeCall, 'placedAt'> = {
  call: { procedure: 'fake', memo: 'sealed', canHangUp: false },
  route: { procedure: 'fake', destination: '+7916', prefixTag: 'tag' },
};

/** `unanswered` comes with this hint. */
type CheckAnswer = CheckOutcome['verdict'];
export const unansweredHint = 'fake, status 503: no_answer';

/** Calls nobody, from whichever number it is told to; remembers what was ordered. */
export class FakeCallProvider extends CallProvider {
  readonly orders: CallOrder[] = [];
  readonly checks: CheckOrder[] = [];
  readonly hungUp: PlacedCall[] = [];
  answer: CallOutcome | (() => Promise<CallOutcome>) = placedFrom('+79580001234');
  /** What is said about an entry, when the code is the provider's own. */
  judges: (order: CheckOrder) => CheckAnswer | Promise<CheckAnswer> = () => 'unanswered';

  /** What comes of hanging up. */
  hangsUp: HangUpOutcome = { outcome: 'hung_up' };

  call(order: CallOrder): Promise<CallOutcome> {
    this.orders.push(order);
    return typeof this.answer === 'function' ? this.answer() : Promise.resolve(this.answer);
  }

  async check(order: CheckOrder): Promise<CheckOutcome> {
    this.checks.push(order);
    const verdict = await this.judges(order);
    return verdict === 'unanswered' ? { verdict, hint: unansweredHint } : { verdict };
  }

  hangUp(call: PlacedCall): Promise<HangUpOutcome> {
    this.hungUp.push(call);
    return Promise.resolve(this.hangsUp);
  }
}

/** A call that was made from this number. */
export function placedFrom(callerNumber: string, call: Partial<PlacedCall> = {}): CallOutcome {
  return { kind: 'placed', passedOver: [], proof: { kind: 'caller_number', callerNumber }, call: { procedure: 'fake', memo: '', canHangUp: false, ...call } };
}

/** A call that was made from a number that only the provider knows. */
export function placedByProvider(call: Partial<PlacedCall> = {}): CallOutcome {
  return { kind: 'placed', passedOver: [], proof: { kind: 'provider' }, call: { procedure: 'fake', memo: 'sealed', canHangUp: false, ...call } };
}
