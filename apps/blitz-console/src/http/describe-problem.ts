import type { Clock } from '@blitz/kernel';
import type { Describe } from '@blitz/platform';
import { ProcedureRefused } from '@blitz/procedures';

/** What answers tell beyond an error's details: where a procedure is wrong, and when to come back. */
export function describeProblem(clock: Clock): Describe {
  return (error) => {
    if (error instanceof ProcedureRefused) {
      return { problems: error.problems.map(({ line, column, message }) => ({ line, column, message })) };
    }
    const { until } = error.details;
    return typeof until === 'number' ? { retryAfterSec: Math.max(1, Math.ceil((until - clock.now()) / 1000)) } : {};
  };
}
