import { DomainError } from '@blitz/kernel';
import { isProcedureKey, type ProcedureErrorCode, type TestCallCommand } from '@blitz/procedures';

/** What the caller says of the call; the rest is known otherwise. */
export type WantedTestCall = Pick<TestCallCommand, 'phoneNumber' | 'procedure' | 'draft'> & {
  /** The installation's own when left out. */
  readonly codeLength?: number;
};

const names = ['phone_number', 'procedure', 'draft', 'code_length'];
const namesOfDraft = ['name', 'source', 'hosts'];
const bodyWords = 'a JSON object with phone_number and procedure, and possibly draft and code_length';
const draftWords = 'an object with name, source and hosts';

/**
 * Reads a body of which nothing is known. What the use case reads itself (the number, the draft's texts) is left as it came.
 *
 * @throws DomainError `test_call_invalid` with the field and what was expected in it
 */
export function readTestCall(body: unknown): WantedTestCall {
  if (!isObjectOf(names, body)) throw invalid('body', bodyWords);
  const { phone_number: phoneNumber, procedure, draft, code_length: codeLength } = body;
  if (typeof procedure !== 'string') throw invalid('procedure', 'the key of a procedure, such as my-provider');
  if (codeLength !== undefined && !isCodeLength(codeLength)) throw invalid('code_length', 'a whole number from 3 to 10');
  const length = codeLength === undefined ? {} : { codeLength };
  if (draft === undefined) return { phoneNumber, procedure, ...length };
  if (!isObjectOf(namesOfDraft, draft)) throw invalid('draft', draftWords);
  if (!isProcedureKey(procedure)) throw invalid('procedure', 'a key for the draft: lower-case words with - between them, such as my-provider');
  const { name, source, hosts } = draft;
  return { phoneNumber, procedure, draft: { name, source, hosts }, ...length };
}

/** No other name is let pass: what was mistyped would be left out in silence. */
function isObjectOf(known: readonly string[], value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).every((name) => known.includes(name));
}

function isCodeLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 3 && value <= 10;
}

function invalid(field: string, expected: string): DomainError<ProcedureErrorCode> {
  return new DomainError<ProcedureErrorCode>('test_call_invalid', { field, expected });
}
