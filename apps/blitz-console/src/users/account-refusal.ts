import { AccountRefused } from '@blitz/accounts';
import { FieldsInvalid } from '../api/fields-invalid.ts';

/** What the directory refuses, as fields of the request. Takes what was thrown, and throws what is answered. */
export function accountRefusal(error: unknown): never {
  if (!(error instanceof AccountRefused)) throw error;
  throw new FieldsInvalid(error.faults.map(({ field, rule, expected }) => ({ pointer: `/body/${field}`, rule, expected })));
}
