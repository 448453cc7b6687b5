import { draftOf, type RegisteredApplication } from '@blitz/accounts';
import type { Static } from 'typebox';
import { moment, momentOrNull } from '../api/words.ts';
import type { Application } from './application-schemas.ts';

const nothing = { redirect_uris: [], post_logout_redirect_uris: [], required_factor: null, refresh_tokens: false, privileges: [] };

/** An application on the wire. @param issuer blitz-idp, as applications see it */
export function describeApplication({ clientId, metadata, hasSecret, createdAt, changedAt, secretSince }: RegisteredApplication, issuer: string): Static<typeof Application> {
  const draft = draftOf(clientId, metadata);
  const { kind, name } = draft;
  const times = { has_secret: hasSecret, secret_since: momentOrNull(secretSince), created_at: moment(createdAt), changed_at: moment(changedAt), issuer };
  if (draft.kind === 'machine') return { client_id: clientId, kind, name, ...nothing, privileges: [...draft.privileges], ...times };
  return {
    client_id: clientId,
    kind,
    name,
    ...nothing,
    redirect_uris: [...draft.redirectUris],
    post_logout_redirect_uris: [...draft.postLogoutRedirectUris],
    required_factor: draft.requiredFactor,
    refresh_tokens: draft.refreshTokens,
    ...times,
  };
}
