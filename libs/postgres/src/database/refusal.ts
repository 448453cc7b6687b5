import { QueryFailedError } from 'typeorm';

export interface Refusal {
  /** SQLSTATE */
  readonly code: string;
  readonly constraint?: string;
}

export const uniqueViolation = '23505';
export const foreignKeyViolation = '23503';
/** `query_canceled`: longer than `statement_timeout` allows. */
export const tookTooLong = '57014';
export const lockNotAvailable = '55P03';

/** Why PostgreSQL refused a statement; undefined when something else went wrong. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, constraint } = error.driverError as Error & { readonly code?: string; readonly constraint?: string };
  if (code === undefined) return undefined;
  return constraint === undefined ? { code } : { code, constraint };
}

/** The values themselves were refused (SQLSTATE classes 22 and 23): trying again can't help. */
export function isAboutValues(error: unknown): boolean {
  return /^2[23]/.test(refusalOf(error)?.code ?? '');
}
