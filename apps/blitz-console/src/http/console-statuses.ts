import type { ProcedureErrorCode } from '@blitz/procedures';
import type { SettingsErrorCode } from '@blitz/settings';
import type { AccessErrorCode } from '../access/access-error.ts';
import type { StatisticsErrorCode } from '../statistics/statistics-error.ts';
import type { JsonErrorCode } from './strict-json.ts';

type ErrorCode = AccessErrorCode | JsonErrorCode | ProcedureErrorCode | SettingsErrorCode | StatisticsErrorCode;

/** Which status a code has on the wire. */
export const consoleStatuses = {
  authentication_required: 401,
  token_invalid: 401,
  privilege_missing: 403,
  keys_unavailable: 503,
  fields_repeated: 400,
  procedure_changed_meanwhile: 409,
  plan_changed_meanwhile: 409,
  procedure_invalid: 422,
  plan_invalid: 422,
  procedure_unknown: 404,
  secret_invalid: 422,
  secret_in_use: 409,
  secret_unknown: 404,
  secret_unreadable: 409,
  statistics_invalid: 400,
  test_call_invalid: 400,
  test_calls_limited: 429,
  settings_changed_meanwhile: 409,
  settings_invalid: 422,
  settings_unavailable: 503,
} as const satisfies Record<ErrorCode, number>;
