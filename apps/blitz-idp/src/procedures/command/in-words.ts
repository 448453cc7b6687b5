import { DomainError } from '@blitz/kernel';
import type { ProcedureErrorCode } from '@blitz/procedures';
import { Refusal } from './refusal.ts';

type Details = DomainError['details'];

const meanwhile = (what: string): string => `Somebody else saved ${what} meanwhile: look with \`procedure list\` and try again.`;
const expected = ({ at = '', field = at, expected: wanted = 'something else' }: Details): string =>
  `${field === '' ? '' : `${field === 'hosts' ? '--host' : String(field)}: `}expected ${String(wanted)}`;

const words: Readonly<Record<string, (details: Details) => string>> = {
  procedure_changed_meanwhile: () => meanwhile('this procedure'),
  plan_changed_meanwhile: () => meanwhile('the plan'),
  plan_invalid: expected,
  secret_invalid: expected,
  secret_in_use: ({ usedBy = '' }) => `The secret is used by ${String(usedBy)} and stays. Save those without it first.`,
  secret_unknown: () => 'There is no such secret. `procedure list` tells which there are.',
  secret_unreadable: ({ reason = '' }) => `It can't be used: ${String(reason)}.`,
} satisfies Partial<Record<ProcedureErrorCode, (details: Details) => string>>;

/** @returns what the person who typed a command reads when it did not work; undefined when the error is none of ours */
export function inWords(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (!(error instanceof DomainError)) return undefined;
  const { code, details } = error as DomainError;
  const sentence = Object.hasOwn(words, code) ? words[code] : undefined;
  return sentence?.(details) ?? `${code} ${JSON.stringify(details)}`;
}
