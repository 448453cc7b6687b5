import { CallProvider, type CallOrder, type CallOutcome } from '../flash-call/call-provider.ts';

/** Calls nobody, from whichever number it is told to; remembers what was ordered. */
export class FakeCallProvider extends CallProvider {
  readonly orders: CallOrder[] = [];
  answer: CallOutcome | (() => Promise<CallOutcome>) = { kind: 'placed', callerNumber: '+79580001234' };

  call(order: CallOrder): Promise<CallOutcome> {
    this.orders.push(order);
    return typeof this.answer === 'function' ? this.answer() : Promise.resolve(this.answer);
  }
}
