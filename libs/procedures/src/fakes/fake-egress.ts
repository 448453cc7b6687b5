import { Egress, type EgressAnswer, type Sending } from '../egress.ts';

/** Sends nothing: answers as a test says, and remembers what was to be sent. */
export class FakeEgress extends Egress {
  readonly sent: Sending[] = [];
  answer: (sending: Sending) => EgressAnswer | Promise<EgressAnswer> = () => ({
    kind: 'fault',
    fault: 'unreachable',
    neverSent: true,
    message: 'nobody is there',
  });

  async send(sending: Sending): Promise<EgressAnswer> {
    this.sent.push(sending);
    return this.answer(sending);
  }
}
