import type { ApplicationDraft } from '../application-draft/application-draft.ts';

/** An application as the journal tells it. */
export function described(clientId: string, draft: ApplicationDraft): Readonly<Record<string, unknown>> {
  const { kind, name } = draft;
  if (draft.kind === 'machine') return { client_id: clientId, kind, name, privileges: draft.privileges };
  return {
    client_id: clientId,
    kind,
    name,
    redirect_uris: draft.redirectUris,
    post_logout_redirect_uris: draft.postLogoutRedirectUris,
    required_factor: draft.requiredFactor,
    refresh_tokens: draft.refreshTokens,
  };
}
