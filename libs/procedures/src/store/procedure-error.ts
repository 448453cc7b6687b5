/** The codes of DomainErrors that this room throws. */
export type ProcedureErrorCode =
  | 'procedure_changed_meanwhile'
  | 'plan_changed_meanwhile'
  | 'procedure_invalid'
  | 'plan_invalid'
  | 'procedure_unknown'
  | 'procedure_version_unknown'
  | 'secret_invalid'
  | 'secret_in_use'
  | 'secret_unknown'
  | 'secret_unreadable'
  | 'template_unknown'
  | 'test_call_invalid'
  | 'test_calls_limited';
