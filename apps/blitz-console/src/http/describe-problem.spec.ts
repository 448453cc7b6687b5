import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@blitz/kernel';
import { ProcedureRefused } from '@blitz/procedures';
import { describeProblem } from './describe-problem.ts';

const describes = describeProblem({ now: () => 1_000_000 });

describe('what a problem tells', () => {
  it('of a procedure: every mistake with its place', () => {
    const problems = [{ line: 3, column: 11, message: 'no' }, { line: 4, column: 1, message: 'no' }];
    expect(describes(new ProcedureRefused(problems))).toEqual({ problems });
  });

  it.each([[1_059_001, 60], [1_000_000, 1], [1, 1]])('of a limit until %p: %p whole seconds, never none', (until, retryAfterSec) => {
    expect(describes(new DomainError('test_calls_limited', { until }))).toEqual({ retryAfterSec });
  });

  it('of anything else: nothing more', () => {
    expect(describes(new DomainError('procedure_unknown', { until: 'soon' }))).toEqual({});
  });
});
