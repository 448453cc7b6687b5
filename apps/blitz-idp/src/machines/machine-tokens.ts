import { errors, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import { privilegesOf } from './machine-applications.ts';

/** Nobody takes a token for machines back: it has to end soon by itself. */
export const machineTokenSec = 300;

type Features = Pick<NonNullable<Configuration['features']>, 'clientCredentials' | 'resourceIndicators'>;

/**
 * Tokens with which applications come to the admin API: client credentials (RFC 6749, 4.4), for one resource (RFC 8707), as a signed
 * JWT (RFC 9068), with no more privileges than the administrator gave. By no other grant does this resource exist.
 *
 * @param resource the admin API's name; without it there are no such tokens, and the discovery document names none
 */
export function machineTokens(resource: string | undefined): Features {
  if (resource === undefined) return { clientCredentials: { enabled: false }, resourceIndicators: { enabled: false } };
  return {
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: (ctx) => (isMachine(ctx) ? resource : undefined),
      getResourceServerInfo: (ctx, asked, client) => {
        if (asked !== resource || !isMachine(ctx)) throw new errors.InvalidTarget();
        return serverFor(ctx, privilegesOf(client), resource);
      },
    },
  };
}

function isMachine({ oidc: { route, params } }: KoaContextWithOIDC): boolean {
  return route === 'token' && params?.['grant_type'] === 'client_credentials';
}

/** oidc-provider would leave out what the application may not have, in silence; a machine has nobody who would notice. */
function serverFor({ oidc }: KoaContextWithOIDC, may: readonly string[], audience: string): ResourceServer {
  const wanted = [...oidc.requestParamScopes].filter((scope) => scope !== '');
  if (wanted.length === 0) throw new errors.InvalidScope('scope has to name the privileges that are needed', '');
  const refused = wanted.filter((scope) => !may.includes(scope));
  if (refused.length > 0) throw new errors.InvalidScope('the application was not given this privilege', refused.join(' '));
  return {
    scope: may.join(' '),
    audience,
    accessTokenTTL: machineTokenSec,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'ES256' } },
  };
}
