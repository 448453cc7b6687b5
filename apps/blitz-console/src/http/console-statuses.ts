import type { AccountErrorCode, AdministratorErrorCode, ApplicationErrorCode, CareErrorCode, DirectoryErrorCode, ImportErrorCode } from '@blitz/accounts';
import type { JournalErrorCode } from '@blitz/audit';
import type { ProcedureErrorCode } from '@blitz/procedures';
import type { SettingsErrorCode } from '@blitz/settings';
import type { AccessErrorCode } from '../access/access-error.ts';
import type { ChangedErrorCode } from '../api/changed-meanwhile.ts';
import type { FieldsErrorCode } from '../api/field-errors.ts';
import type { IdempotencyErrorCode } from '../api/idempotent-answers.ts';
import type { PreconditionErrorCode } from '../api/precondition-missing.ts';
import type { SignInErrorCode } from '../sign-in/sign-in-error.ts';
import type { JsonErrorCode } from './strict-json.ts';

type ErrorCode =
  | AccessErrorCode
  | AccountErrorCode
  | AdministratorErrorCode
  | ApplicationErrorCode
  | CareErrorCode
  | ChangedErrorCode
  | DirectoryErrorCode
  | ImportErrorCode
  | FieldsErrorCode
  | IdempotencyErrorCode
  | JournalErrorCode
  | JsonErrorCode
  | PreconditionErrorCode
  | ProcedureErrorCode
  | SettingsErrorCode
  | SignInErrorCode;

/** Which status a code has on the wire. */
export const consoleStatuses = {
  administrator_unknown: 404,
  administrator_exists: 409,
  administrator_changed_meanwhile: 412,
  roles_invalid: 422,
  last_root_stays: 409,
  own_roles_stay: 409,
  entry_link_invalid: 403,
  sign_in_over: 403,
  sign_in_given_up: 403,
  sign_in_failed: 403,
  factor_missing: 403,
  identity_provider_unavailable: 503,
  application_changed: 412,
  application_exists: 409,
  application_refused: 422,
  application_unknown: 404,
  application_without_secret: 409,
  privilege_not_held: 403,
  authentication_required: 401,
  token_invalid: 401,
  privilege_missing: 403,
  keys_unavailable: 503,
  forgery_suspected: 403,
  reauthentication_required: 403,
  changed_meanwhile: 412,
  account_unknown: 404,
  account_invalid: 422,
  login_invalid: 422,
  login_taken: 409,
  attributes_invalid: 422,
  application_invalid: 422,
  password_too_short: 422,
  password_too_long: 422,
  password_invalid: 422,
  hashing_busy: 503,
  administrator_protected: 403,
  browser_unknown: 404,
  session_unknown: 404,
  fields_invalid: 422,
  account_refused: 422,
  account_changed: 412,
  directory_busy: 503,
  import_running: 409,
  import_unknown: 404,
  import_failed: 422,
  import_too_large: 413,
  precondition_missing: 428,
  request_in_progress: 409,
  idempotency_key_reused: 422,
  idempotency_key_invalid: 400,
  fields_repeated: 400,
  procedure_changed_meanwhile: 412,
  plan_changed_meanwhile: 412,
  procedure_invalid: 422,
  plan_invalid: 422,
  procedure_unknown: 404,
  procedure_version_unknown: 404,
  template_unknown: 404,
  secret_invalid: 422,
  secret_in_use: 409,
  secret_unknown: 404,
  secret_unreadable: 409,
  test_call_invalid: 400,
  test_calls_limited: 429,
  event_unknown: 404,
  journal_question_too_wide: 503,
  exports_limited: 429,
  watchers_limited: 429,
  settings_changed_meanwhile: 412,
  settings_invalid: 422,
  settings_unavailable: 503,
  settings_version_unknown: 404,
  conf_invalid: 422,
  method_not_ready: 409,
  first_factor_needed: 409,
} as const satisfies Record<ErrorCode, number>;
