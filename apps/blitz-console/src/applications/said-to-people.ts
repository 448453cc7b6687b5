import { ApplicationChanged, ApplicationRefused, type DraftFault } from '@blitz/accounts';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { describeApplication } from './describe-application.ts';

const fields: Readonly<Record<DraftFault['field'], string>> = {
  kind: 'kind',
  clientId: 'client_id',
  name: 'name',
  redirectUris: 'redirect_uris',
  postLogoutRedirectUris: 'post_logout_redirect_uris',
  privileges: 'privileges',
};

/** What the register refuses, as this API says it: field by field, or with what stands there now. */
export async function saidToPeople<Done>(deed: Promise<Done>, issuer: string): Promise<Done> {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof ApplicationRefused) throw new FieldsInvalid(error.faults.map(fieldError));
    if (error instanceof ApplicationChanged) throw new ChangedMeanwhile(error.current.version, describeApplication(error.current, issuer));
    throw error;
  }
}

function fieldError({ field, index, rule, expected }: DraftFault) {
  return { pointer: `/body/${fields[field]}${index === undefined ? '' : `/${String(index)}`}`, rule, expected };
}
