import { acr } from '@blitz/factors';
import type { Configuration } from 'oidc-provider';
import { claimsOfScopes } from './account-claims.ts';
import { askedInItsName, wordsOfClients } from './level-of-application.ts';

/** The vendor's paths, below `/blitz`. */
export const routes = {
  authorization: '/oauth/ae',
  token: '/oauth/te',
  userinfo: '/oauth/me',
  introspection: '/oauth/introspect',
  revocation: '/oauth/revoke',
  end_session: '/oauth/logout',
  jwks: '/.well-known/jwks',
};

/** What of OpenID Connect is spoken here, and where: the same for every application, however it was registered. */
export function protocol(): Configuration {
  return {
    routes,
    acrValues: Object.values(acr),
    claims: claimsOfScopes,
    scopes: ['openid', 'offline_access'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], requestObjectSigningAlgValues: [] },
    clientDefaults: { id_token_signed_response_alg: 'ES256', grant_types: ['authorization_code', 'refresh_token'] },
    extraClientMetadata: wordsOfClients,
    extraParams: askedInItsName,
    // The claims of an ID token are those of its scopes: applications that never ask for user info are served, too.
    conformIdTokenClaims: false,
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
    clientBasedCORS: (_ctx, origin, client) => origin !== 'null' && (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
  };
}
