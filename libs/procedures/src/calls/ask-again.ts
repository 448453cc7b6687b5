import type { PlacedCall } from '@blitz/factors';
import type { Clock, Sealer } from '@blitz/kernel';
import type { JsonObject } from '../json.ts';
import { hintOf } from '../loop/hint-of.ts';
import type { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { LiveProcedures, Runnable } from '../store/live-procedures.ts';
import { hintAt } from './call-outcomes.ts';
import { withoutAccount } from './first-words.ts';
import { openMemo, type Memo } from './memo.ts';

export interface Question {
  readonly entryPoint: 'check' | 'hangUp';
  readonly call: PlacedCall;
  /** Beside the call itself. */
  readonly words: JsonObject;
  /** The challenge that the call has to be of; any, when it is left out. */
  readonly requestId?: string;
  readonly timeMs: number;
  readonly correlation: string;
}

export type Answer = { readonly kind: 'ok'; readonly value: JsonObject } | { readonly kind: 'failed'; readonly hint: string };

/** Speaks with a provider about a call that it made: the very version of the procedure that made it is asked. Never throws. */
export class AskAgain {
  constructor(
    private readonly live: LiveProcedures,
    private readonly loop: ProcedureLoop,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute(question: Question): Promise<Answer> {
    const { call, requestId, entryPoint } = question;
    const key = call.procedure;
    const memo = this.#open(call);
    // What was sealed for one challenge is no proof in another (security 22).
    if (memo === undefined || (requestId !== undefined && memo.requestId !== requestId)) return failed(key, 'the call is not one that was made for this challenge');
    try {
      const runnable = await this.live.find(key, memo.version);
      if (runnable?.program.entryPoints.includes(entryPoint) !== true) return failed(key, `the version that made the call is gone, or has no method ${entryPoint}`);
      return await this.#ask(runnable, memo, question);
    } catch {
      return failed(key, 'the procedure, or a secret of it, can not be read');
    }
  }

  async #ask(runnable: Runnable, { requestId, call }: Memo, { entryPoint, words, timeMs, correlation }: Question): Promise<Answer> {
    const deadline = this.clock.now() + timeMs;
    const obj = { ...words, request_id: withoutAccount(requestId), call };
    const finished = await this.loop.execute({ runnable, entryPoint, obj, deadline, correlation });
    return finished.kind === 'ok' ? finished : { kind: 'failed', hint: hintOf(runnable, finished) };
  }

  #open({ memo }: PlacedCall): Memo | undefined {
    try {
      return openMemo(this.sealer, memo);
    } catch {
      return undefined;
    }
  }
}

/** Nobody was asked. */
function failed(key: string, message: string): Answer {
  return { kind: 'failed', hint: hintAt(key, message) };
}
