import { DomainError, type Clock } from '@blitz/kernel';
import type { SourceProblem } from '../compiler.ts';
import type { EntryPoint } from '../program.ts';
import type { ExamineProcedure } from '../saving/examine-procedure.ts';
import { ProcedureRefused } from '../saving/procedure-refused.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import { isProcedureKey, type ProcedureText } from '../store/procedure.ts';
import type { TestCallLimits } from '../test-call/test-call-limits.ts';

export interface Draft extends Readonly<Record<keyof ProcedureText, unknown>> {
  /** The key that it is to have; one that is not fit yet keeps nobody from knowing what is wrong with the source. */
  readonly key: string;
  readonly author: string;
}

export interface Examined {
  readonly problems: readonly SourceProblem[];
  /** What it can do, when nothing is wrong with it. */
  readonly entryPoints: readonly EntryPoint[];
}

/** Tells what is wrong with a procedure while it is being written. What a save would say, and nothing is saved, called or sent. */
export class ExamineDraft {
  constructor(
    private readonly examine: ExamineProcedure,
    private readonly limits: TestCallLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `test_calls_limited` (with `until`) */
  async execute({ key, author, ...text }: Draft): Promise<Examined> {
    const until = await this.limits.glance(author, this.clock.now());
    if (until !== undefined) throw new DomainError<ProcedureErrorCode>('test_calls_limited', { until });
    try {
      const { program } = await this.examine.execute(isProcedureKey(key) ? key : 'draft', text);
      return { problems: [], entryPoints: program.entryPoints };
    } catch (error) {
      return { problems: problemsOf(error), entryPoints: [] };
    }
  }
}

/** @throws what is no word about the draft */
function problemsOf(error: unknown): readonly SourceProblem[] {
  if (error instanceof ProcedureRefused) return error.problems;
  if (error instanceof DomainError && error.code === 'secret_unreadable') return [{ line: 1, column: 1, message: String(error.details['reason']) }];
  throw error;
}
