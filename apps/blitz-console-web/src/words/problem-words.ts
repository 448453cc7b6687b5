import type { FieldProblem, Problem } from '../client/problem.ts';
import type { UiWords } from './en.ts';

/** @param own a section's words for codes that only it knows */
export function problemWords(words: UiWords, problem: Problem, own: Readonly<Record<string, string>> = {}): string {
  return own[problem.code] ?? words.problems[problem.code] ?? words.problemUnknown(problem.code);
}

/** What is wrong with a field, in the person's language where the rule is known. */
export function fieldWords(words: UiWords, { rule, limit, expected }: FieldProblem, own: Readonly<Record<string, (limit: number) => string>> = {}): string {
  return (own[rule] ?? words.fieldRules[rule])?.(limit ?? 0) ?? expected;
}
