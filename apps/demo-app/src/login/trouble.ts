import { DomainError } from '@blitz/kernel';
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';

/** What can go wrong between an application and its identity provider, as far as a person must be told apart. */
export type TroubleCode =
  | 'provider_unreachable' // nobody answers, or not as a provider should
  | 'login_refused' // the provider came back with an error instead of a code
  | 'login_unknown' // an answer to no question of this browser: too old, used, or forged
  | 'tokens_refused' // code, refresh token or access token not accepted
  | 'answer_invalid' // signature, nonce, issuer, times: something does not fit
  | 'session_over' // a button was pressed on a page of an earlier session
  | 'input_invalid'
  | 'origin_foreign'
  | 'page_unknown'
  | 'unexpected';

export type Trouble = DomainError<TroubleCode>;

export const trouble = (code: TroubleCode, details: Readonly<Record<string, string>> = {}, cause?: unknown): Trouble =>
  new DomainError(code, details, { cause });

export const isTrouble = (error: unknown): error is Trouble => error instanceof DomainError;

/** The error and what it was caused by, down to the bottom. */
function chain(error: unknown): readonly { readonly message?: unknown; readonly code?: unknown }[] {
  if (typeof error !== 'object' || error === null) return [];
  return [error, ...chain('cause' in error ? error.cause : undefined)];
}

/** `fetch` says no more than this when nobody answers. Told by its words: its class is another one in every realm. */
const isNetworkFailure = (error: unknown): boolean =>
  chain(error).some(({ message, code }) => message === 'fetch failed' || code === 'OAUTH_TIMEOUT');

/** The system's word for a failed connection, such as ECONNREFUSED; else the library's for an answer that is none. */
function networkReason(error: unknown): string {
  const codes = chain(error).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));
  return codes.at(-1) ?? 'no answer';
}

export const unreachable = (error: unknown): Trouble => trouble('provider_unreachable', { reason: networkReason(error) }, error);

/** What openid-client throws, in our words. */
export function asTrouble(error: unknown): Trouble {
  if (isTrouble(error)) return error;
  if (error instanceof AuthorizationResponseError) return trouble('login_refused', { reason: error.error }, error);
  if (error instanceof ResponseBodyError) return trouble('tokens_refused', { reason: error.error }, error);
  if (error instanceof WWWAuthenticateChallengeError) return trouble('tokens_refused', { reason: `HTTP ${String(error.status)}` }, error);
  if (isNetworkFailure(error)) return unreachable(error);
  if (error instanceof ClientError) return trouble('answer_invalid', { reason: error.message }, error);
  return trouble('unexpected', {}, error);
}
