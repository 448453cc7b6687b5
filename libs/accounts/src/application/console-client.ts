import { deriveKey } from '@blitz/kernel';
import type { Application } from './application.ts';

export const consoleClientId = 'blitz-console';

/** Below the address of blitz-console: where logins and logouts return to. */
export const consoleReturnPaths = { login: '/login/callback', logout: '/logged-out' } as const;

/**
 * The secret that blitz-console shares with blitz-idp: both make it from BLITZ_SECRET, so that nobody configures one. Master keys have
 * no part in it: they are rotated, and an OpenID client has one secret at a time.
 */
export function consoleClientSecret(secret: Buffer): string {
  return deriveKey(secret, 'console client').toString('base64url');
}

/** blitz-console as blitz-idp knows it: built in, like any other application in all else. */
export function consoleClient(consoleUrl: string, secret: Buffer): Application {
  return {
    clientId: consoleClientId,
    secret: consoleClientSecret(secret),
    metadata: {
      client_name: 'Blitz Console',
      client_uri: `${consoleUrl}/`,
      redirect_uris: [`${consoleUrl}${consoleReturnPaths.login}`],
      post_logout_redirect_uris: [`${consoleUrl}${consoleReturnPaths.logout}`],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      require_auth_time: true,
    },
  };
}
