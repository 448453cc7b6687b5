import { readPhoneNumber } from '@blitz/accounts';
import type { AuditTrail } from '@blitz/audit';
import { callerCode, type CallOrder } from '@blitz/factors';
import { DomainError, newId, type Clock } from '@blitz/kernel';
import { firstWords } from '../calls/first-words.ts';
import { readOk } from '../calls/read-ok.ts';
import { wholeCallMs } from '../calls/procedure-calls.ts';
import type { Finished } from '../loop/finished.ts';
import { hintOf } from '../loop/hint-of.ts';
import { Masking } from '../loop/masking.ts';
import type { ProcedureLoop, Step } from '../loop/procedure-loop.ts';
import type { ExamineProcedure } from '../saving/examine-procedure.ts';
import type { LiveProcedures, Runnable } from '../store/live-procedures.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import { isProcedureKey } from '../store/procedure.ts';
import type { Stamp } from '../store/procedure-store.ts';
import { show, type ShownStep } from './shown-step.ts';
import type { TestCallLimits } from './test-call-limits.ts';

export interface TestCallCommand extends Stamp {
  /** As it came from outside: E.164. */
  readonly phoneNumber: unknown;
  /** The key of a saved procedure, or of the one that the draft is to become. */
  readonly procedure: unknown;
  readonly draft?: { readonly name: unknown; readonly source: unknown; readonly hosts: unknown };
  readonly codeLength: number;
  readonly correlation: string;
  /** Hears of every step as it happens. */
  readonly watch: (step: ShownStep) => void;
}

export type TestCallEnd =
  /** The phone rings; so many digits of the caller number were told, enough for a code or not. */
  | { readonly outcome: 'placed'; readonly digits: number; readonly enough: boolean; readonly asAsked: boolean }
  | { readonly outcome: 'provider_keeps_code' }
  | {
      readonly outcome: 'failed';
      readonly fault: string;
      readonly code: string;
      readonly message: string;
      readonly details: Readonly<Record<string, string>>;
      readonly surelyNoCall: boolean;
      readonly line?: number;
      readonly column?: number;
    };

export interface TestCallParts {
  readonly examine: ExamineProcedure;
  readonly live: LiveProcedures;
  readonly loop: ProcedureLoop;
  readonly limits: TestCallLimits;
}

/** One call to try a procedure, seen from inside: the same sandbox, the same egress, and limits of its own. */
export class TestCall {
  constructor(
    private readonly parts: TestCallParts,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `test_call_invalid`, `test_calls_limited` (with `until`), `procedure_unknown`, `secret_unreadable` (with `name`); ProcedureRefused */
  async execute(command: TestCallCommand): Promise<TestCallEnd> {
    const phoneNumber = readNumber(command.phoneNumber);
    const runnable = await this.#runnable(command);
    const until = await this.parts.limits.take(command.author, phoneNumber, this.clock.now());
    if (until !== undefined) throw new DomainError<ProcedureErrorCode>('test_calls_limited', { until });
    return this.#call(command, runnable, phoneNumber);
  }

  async #runnable({ procedure: key, draft, author }: TestCallCommand): Promise<Runnable> {
    if (!isProcedureKey(key)) throw new DomainError<ProcedureErrorCode>('procedure_unknown');
    if (draft !== undefined) {
      const until = await this.parts.limits.examine(author, this.clock.now());
      if (until !== undefined) throw new DomainError<ProcedureErrorCode>('test_calls_limited', { until });
      return this.parts.examine.execute(key, draft);
    }
    const saved = await this.parts.live.find(key);
    if (saved === undefined) throw new DomainError<ProcedureErrorCode>('procedure_unknown');
    return saved;
  }

  async #call({ codeLength, correlation, watch, ...stamp }: TestCallCommand, runnable: Runnable, phoneNumber: string): Promise<TestCallEnd> {
    const masking = new Masking(Object.values(runnable.secrets));
    let round = 1;
    const heard = (step: Step): void => {
      const shown = show(step, round, masking);
      if (shown !== undefined) watch(shown);
      if (step.kind === 'answered') round += 1;
    };
    const order: CallOrder = { phoneNumber, codeLength, requestId: `test.${newId()}`, correlation, address: stamp.address, locale: 'en' };
    const obj = firstWords(order, '');
    const deadline = this.clock.now() + wholeCallMs;
    const finished = await this.parts.loop.execute({ runnable, entryPoint: 'run', obj, deadline, correlation, watch: heard });
    this.#note({ ...stamp, correlation }, runnable, finished);
    return endOf(finished, runnable, masking, obj.code);
  }

  #note({ author: sub, address, browser: userAgent, correlation: correlationId }: Stamp & { readonly correlation: string }, runnable: Runnable, finished: Finished): void {
    const reason = finished.kind === 'ok' ? 'placed' : 'failed';
    const hint = finished.kind === 'ok' ? {} : { hint: hintOf(runnable, finished) };
    const details = { name: runnable.procedure.key, reason, ...hint };
    this.audit.record({ type: 'test_call', at: this.clock.now(), sub, address, userAgent, correlationId, details });
  }
}

function readNumber(value: unknown): string {
  const number = typeof value === 'string' ? readPhoneNumber(value) : undefined;
  if (number === undefined) throw new DomainError<ProcedureErrorCode>('test_call_invalid', { field: 'phone_number', expected: 'a telephone number with its country code, such as +79001234567' });
  return number;
}

function endOf(finished: Finished, { procedure }: Runnable, masking: Masking, asked: string): TestCallEnd {
  if (finished.kind === 'ok') {
    const ok = readOk(finished.value, procedure.entryPoints);
    if ('unfit' in ok) return { outcome: 'failed', fault: 'no_answer', code: 'no_answer', message: ok.unfit, details: {}, surelyNoCall: finished.surelyNoCall };
    if (ok.proof.kind === 'provider') return { outcome: 'provider_keeps_code' };
    const digits = ok.proof.callerNumber.replace(/[^0-9]/g, '').length;
    const code = callerCode(ok.proof.callerNumber, asked.length);
    return { outcome: 'placed', digits, enough: code !== undefined, asAsked: code === asked };
  }
  const { fault, code, message, details, surelyNoCall, line, column } = finished;
  const masked = Object.entries(details).map(([name, value]) => [masking.all(name), masking.words(value, asked.length)] as const);
  const place = line === undefined || column === undefined ? {} : { line, column };
  return { outcome: 'failed', fault, code: masking.all(code), message: masking.words(message, asked.length), details: Object.fromEntries(masked), surelyNoCall, ...place };
}
