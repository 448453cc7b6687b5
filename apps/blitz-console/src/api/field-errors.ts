/** What is wrong with one field: where, by which rule, and what is allowed there. */
export interface FieldError {
  /** JSON Pointer (RFC 6901) into the request: `/body/name`, `/query/limit`, `/headers/if-match`. */
  readonly pointer: string;
  /** A word for programs, which the pages translate. */
  readonly rule: string;
  /** For people, in English. */
  readonly expected: string;
  /** The number in the rule, if there is one. */
  readonly limit?: number;
}

export type FieldsErrorCode = 'fields_invalid';
