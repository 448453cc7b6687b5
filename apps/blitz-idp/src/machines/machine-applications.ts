import { isPrivilege, privileges, type Privilege } from '@blitz/accounts';
import { errors, type ClientMetadata, type Configuration } from 'oidc-provider';

/** What makes an application one for machines: it logs nobody in, and gets tokens with its own secret (RFC 6749, 4.4). */
export const machineMetadata = { grant_types: ['client_credentials'], response_types: [] as string[] };

/** Client metadata of our own: what the application may do in blitz-console. */
const name = 'privileges';

/** An application either logs people in or has privileges, never both: what a person's browser brings can't become an administrator's. */
export const privilegesOfClients: NonNullable<Configuration['extraClientMetadata']> = {
  properties: [name],
  validator: (_ctx, _key, value, metadata) => {
    const problem = value === undefined ? problemWithout(metadata) : problemWith(value, metadata);
    if (problem !== undefined) throw new errors.InvalidClientMetadata(problem);
  },
};

/** @param client as oidc-provider knows it, after the rule above */
export function privilegesOf(client: object): readonly Privilege[] {
  const value: unknown = Reflect.get(client, name);
  return Array.isArray(value) ? value.filter(isPrivilege) : [];
}

function problemWithout({ grant_types: grants }: ClientMetadata): string | undefined {
  return grants?.includes('client_credentials') === true ? 'client_credentials is for applications with privileges' : undefined;
}

function problemWith(value: unknown, metadata: ClientMetadata): string | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isPrivilege)) {
    return `privileges must be some of ${privileges.join(', ')}`;
  }
  const { grant_types: grants = [], response_types: responses = [], token_endpoint_auth_method: how } = metadata;
  if (grants.length !== 1 || grants[0] !== 'client_credentials' || responses.length > 0) {
    return 'privileges are for applications that log nobody in';
  }
  return how === 'none' ? 'privileges are for applications that have a secret' : undefined;
}
