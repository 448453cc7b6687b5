import { passwordLength } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import type { FieldError } from '../api/field-errors.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';

const { least, most } = passwordLength;

const refusals: Readonly<Record<string, Omit<FieldError, 'pointer'>>> = {
  password_too_short: { rule: 'minLength', expected: `must have at least ${String(least)} characters`, limit: least },
  password_too_long: { rule: 'maxLength', expected: `must have at most ${String(most)} characters`, limit: most },
  password_invalid: { rule: 'characters', expected: 'must not contain NUL or half a surrogate pair' },
};

/** A password that can't be one is the field's fault, and is told beside it. */
export function passwordRefusal(error: unknown): never {
  const refusal = error instanceof DomainError ? refusals[String(error.code)] : undefined;
  throw refusal === undefined ? error : new FieldsInvalid([{ pointer: '/body/password', ...refusal }]);
}
