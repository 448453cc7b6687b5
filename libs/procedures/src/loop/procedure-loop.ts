import type { Clock } from '@blitz/kernel';
import type { Egress, EgressAnswer, EgressRules } from '../egress.ts';
import type { JsonObject } from '../json.ts';
import type { EntryPoint } from '../program.ts';
import type { Ran, Run, Sandbox, WantedRequest } from '../sandbox.ts';
import type { Runnable } from '../store/live-procedures.ts';
import { Doubt } from './doubt.ts';
import type { Finished, LoopFault } from './finished.ts';

export const mostRounds = 10;

export interface Asked {
  readonly runnable: Runnable;
  readonly entryPoint: EntryPoint;
  readonly obj: JsonObject;
  /** What the first run is told; `null` but for a provider's callback. */
  readonly result?: Run['result'];
  /** Until when all of it has to be done, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly correlation: string;
  /** False: the entry point only reads. */
  readonly mayRequest?: boolean;
  /** Hears of every step as it happens. */
  readonly watch?: (step: Step) => void;
}

export type Step =
  | { readonly kind: 'ran'; readonly ran: Ran; readonly tookMs: number }
  | { readonly kind: 'sending'; readonly request: WantedRequest }
  | { readonly kind: 'answered'; readonly answer: EgressAnswer; readonly tookMs: number };

/** Runs a procedure to its end: it asks for a request, we make it, it is asked again. Never throws. */
export class ProcedureLoop {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly egress: Egress,
    private readonly clock: Clock,
  ) {}

  async execute(asked: Asked): Promise<Finished> {
    const doubt = new Doubt();
    let result = asked.result ?? null;
    for (let round = 0; ; round += 1) {
      const ran = await this.#run(asked, result);
      if (ran.kind !== 'request') return finished(ran, doubt, result?.status);
      const refusal = this.#refusal(asked, round);
      if (refusal !== undefined) return failed(refusal, refusal, doubt, result?.status);
      const answer = await this.#send(asked, ran.request);
      doubt.after(ran.request, answer);
      if (answer.kind === 'fault') return failed(answer.fault, answer.message, doubt, undefined);
      result = { ...answer.response, state: ran.request.state };
    }
  }

  #refusal({ mayRequest = true, deadline }: Asked, round: number): LoopFault | undefined {
    if (!mayRequest) return 'no_requests_here';
    if (round >= mostRounds) return 'too_many_rounds';
    return this.clock.now() >= deadline ? 'out_of_time' : undefined;
  }

  async #run({ runnable, entryPoint, obj, watch }: Asked, result: Run['result']): Promise<Ran> {
    const now = this.clock.now();
    const ran = await this.sandbox.run({ program: runnable.program, entryPoint, obj, result, secrets: runnable.secrets, now });
    watch?.({ kind: 'ran', ran, tookMs: this.clock.now() - now });
    return ran;
  }

  async #send({ runnable, deadline, correlation, watch }: Asked, request: WantedRequest): Promise<EgressAnswer> {
    const began = this.clock.now();
    const rules: EgressRules = { hosts: runnable.procedure.hosts };
    watch?.({ kind: 'sending', request });
    const answer = await this.egress.send({ request, rules, timeoutMs: deadline - began, correlation });
    watch?.({ kind: 'answered', answer, tookMs: this.clock.now() - began });
    return answer;
  }
}

function finished(ran: Exclude<Ran, { kind: 'request' }>, doubt: Doubt, status: number | undefined): Finished {
  switch (ran.kind) {
    case 'ok':
      return { kind: 'ok', value: ran.value, surelyNoCall: doubt.surelyNoCall, status };
    case 'error': {
      const { code, details, refused } = ran;
      const surelyNoCall = refused || doubt.surelyNoCall;
      return { kind: 'failed', fault: 'said_so', code, message: '', details, surelyNoCall, status };
    }
    case 'fault': {
      const { fault, message, line, column } = ran;
      const place = line === undefined || column === undefined ? {} : { line, column };
      return { ...failed(fault, message, doubt, status), ...place };
    }
  }
}

function failed(fault: LoopFault, message: string, doubt: Doubt, status: number | undefined): Extract<Finished, { kind: 'failed' }> {
  return { kind: 'failed', fault, code: fault, message, details: {}, surelyNoCall: doubt.surelyNoCall, status };
}
