import type { ApplicationDraft } from '@blitz/accounts';
import type { Static } from 'typebox';
import type { FieldError } from '../api/field-errors.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import type { ApplicationChange } from './application-schemas.ts';

type Said = Static<typeof ApplicationChange>;

/**
 * What is said of an application, with the fields of its kind and no others. Fields of other kinds may stand there empty, so that
 * what was read can be sent back.
 *
 * @throws FieldsInvalid
 */
export function readDraft(said: Said): ApplicationDraft {
  const { kind, name, redirect_uris: back, post_logout_redirect_uris: after, required_factor: level, refresh_tokens: refresh, privileges } = said;
  if (kind === 'machine') {
    refuseFilled({ redirect_uris: back, post_logout_redirect_uris: after, required_factor: level, refresh_tokens: refresh }, kind);
    return { kind, name, privileges: privileges ?? [] };
  }
  refuseFilled({ privileges }, kind);
  return { kind, name, redirectUris: back ?? [], postLogoutRedirectUris: after ?? [], requiredFactor: level ?? null, refreshTokens: refresh ?? true };
}

function refuseFilled(fields: Readonly<Record<string, unknown>>, kind: Said['kind']): void {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0));
  const errors = filled.map(([name]): FieldError => ({ pointer: `/body/${name}`, rule: 'foreign', expected: `is not for applications of the kind ${kind}` }));
  if (errors.length > 0) throw new FieldsInvalid(errors);
}
