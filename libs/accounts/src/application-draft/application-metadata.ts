import { isPrivilege } from '../application/privilege.ts';
import type { ApplicationDraft, ApplicationForPeople } from './application-draft.ts';

type Metadata = Readonly<Record<string, unknown>>;

/** What an application looks like to OpenID Connect (Dynamic Client Registration, 2), with two words of our own: `privileges`, `required_factor`. */
export function metadataOf(draft: ApplicationDraft): Metadata {
  if (draft.kind === 'machine') {
    return { client_name: draft.name, grant_types: ['client_credentials'], response_types: [], privileges: [...new Set(draft.privileges)] };
  }
  return {
    client_name: draft.name,
    // A native application may come back to any port of the loopback address (RFC 8252, 7.3).
    application_type: draft.kind,
    token_endpoint_auth_method: draft.kind === 'native' ? 'none' : 'client_secret_basic',
    redirect_uris: draft.redirectUris,
    post_logout_redirect_uris: draft.postLogoutRedirectUris,
    grant_types: draft.refreshTokens ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
    response_types: ['code'],
    ...(draft.requiredFactor === 2 ? { required_factor: 2 } : {}),
  };
}

/** The draft that metadata was made from; also of applications that a command made known, with fewer words. */
export function draftOf(clientId: string, metadata: Metadata): ApplicationDraft {
  const { client_name: said, privileges, token_endpoint_auth_method: how } = metadata;
  const name = typeof said === 'string' ? said : clientId;
  if (Array.isArray(privileges)) return { kind: 'machine', name, privileges: privileges.filter(isPrivilege) };
  return { kind: how === 'none' ? 'native' : 'web', name, ...peopleIn(metadata) };
}

function peopleIn({ redirect_uris: back, post_logout_redirect_uris: after, required_factor: level, grant_types: grants }: Metadata): Omit<ApplicationForPeople, 'kind' | 'name'> {
  return {
    redirectUris: texts(back),
    postLogoutRedirectUris: texts(after),
    requiredFactor: level === 2 ? 2 : null,
    // Where nothing is said, blitz-idp gives refresh tokens.
    refreshTokens: grants === undefined || texts(grants).includes('refresh_token'),
  };
}

/** Words that a draft speaks of; whatever else an operator entered stays as it is. */
const spoken: ReadonlySet<string> = new Set([
  'client_name',
  'application_type',
  'token_endpoint_auth_method',
  'redirect_uris',
  'post_logout_redirect_uris',
  'grant_types',
  'response_types',
  'privileges',
  'required_factor',
]);

/** The metadata of an application after a change. */
export function changedMetadata(before: Metadata, draft: ApplicationDraft): Metadata {
  const kept = Object.entries(before).filter(([name]) => !spoken.has(name));
  return { ...Object.fromEntries(kept), ...metadataOf(draft) };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
