import type { EgressAnswer } from '../egress.ts';
import type { WantedRequest } from '../sandbox.ts';

/** R13: whether a phone may have rung. In doubt it did. */
export class Doubt {
  #surelyNoCall = true;

  get surelyNoCall(): boolean {
    return this.#surelyNoCall;
  }

  after({ ringsNobody }: WantedRequest, answer: EgressAnswer): void {
    if (ringsNobody) return;
    if (answer.kind === 'fault' ? answer.neverSent : isRefusal(answer.response.status)) return;
    this.#surelyNoCall = false;
  }
}

/**
 * A refusal is an answer: no call was made. What a server that broke down did before, nobody knows, nor what was done when it
 * says that the time was up (408) or that it is busy with the same request (409).
 */
function isRefusal(status: number): boolean {
  return status >= 300 && status < 500 && status !== 408 && status !== 409;
}
