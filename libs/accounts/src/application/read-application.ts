import { DomainError } from '@blitz/kernel';
import type { AccountErrorCode } from '../account/account-error.ts';
import type { Application } from './application.ts';

/** RFC 6749, appendix A.1: visible ASCII. Whatever else is sent as `client_id` is nobody's, and must not reach the database. */
export function isClientId(text: string): boolean {
  return /^[\x21-\x7e]{1,128}$/.test(text);
}

/** @throws DomainError `application_invalid` */
export function readApplication(application: Application): Application {
  const { clientId, metadata, secret } = application;
  const texts = [...textsIn(metadata), secret ?? ''];
  const fine = isClientId(clientId) && !('client_secret' in metadata) && texts.every((text) => !/[\0\p{Cs}]/u.test(text));
  if (!fine) throw new DomainError<AccountErrorCode>('application_invalid');
  return application;
}

/** Every text in a JSON value, names included: the database stores neither NUL nor halves of surrogate pairs. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)]);
}
