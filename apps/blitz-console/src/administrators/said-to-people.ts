import type { Administrator, AdministratorErrorCode, Administrators } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';

/**
 * What a deed was refused for, with what helps: what stands there now, or which field it is about.
 *
 * @param describe as the route that reads it would answer
 */
export async function saidToPeople<Done>(deed: Promise<Done>, administrators: Administrators, sub: string, describe: (now: Administrator) => Promise<object>): Promise<Done> {
  try {
    return await deed;
  } catch (error) {
    const code = error instanceof DomainError ? (error as DomainError).code : undefined;
    if (code === 'account_unknown') throw new FieldsInvalid([{ pointer: '/body/sub', rule: 'unknown_account', expected: 'must be the `sub` of an account' }]);
    if (code !== ('administrator_changed_meanwhile' satisfies AdministratorErrorCode)) throw error;
    const now = await administrators.find(sub);
    throw new ChangedMeanwhile(now?.version ?? 0, now === undefined ? undefined : await describe(now));
  }
}
