import { acr } from '@blitz/factors';
import { DomainError } from '@blitz/kernel';
import * as openid from 'openid-client';
import type { SignInErrorCode } from './sign-in-error.ts';

export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly returnTo: string;
  readonly afterLogout: string;
}

export interface LoginWish {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The person proves themselves again, however long they have been logged in there. */
  readonly fresh: boolean;
}

/** What blitz-idp says of who came back. */
export interface ProvedPerson {
  readonly sub: string;
  readonly twoFactors: boolean;
  /** When they proved themselves: milliseconds since the epoch. */
  readonly provedAt: number;
}

const timeoutSec = 10;

/** blitz-idp, as an OpenID client sees it: code flow with PKCE, state and nonce (OpenID Connect Core; RFC 9700). */
export class IdentityProvider {
  #discovered: Promise<openid.Configuration> | undefined;

  constructor(private readonly registration: Registration) {}

  /** @throws DomainError `identity_provider_unavailable` */
  async loginAddress({ state, nonce, codeVerifier, fresh }: LoginWish): Promise<string> {
    const address = openid.buildAuthorizationUrl(await this.#configuration(), {
      redirect_uri: this.registration.returnTo,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      acr_values: acr.twoFactors,
      ...(fresh ? { prompt: 'login' } : {}),
    });
    return address.href;
  }

  /**
   * @param query with which the browser came back
   * @throws DomainError `sign_in_given_up`, `sign_in_failed`, `identity_provider_unavailable`
   */
  async whoCameBack(query: string, { state, nonce, codeVerifier }: Omit<LoginWish, 'fresh'>): Promise<ProvedPerson> {
    const configuration = await this.#configuration();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true };
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(`${this.registration.returnTo}${query}`), checks).catch((cause: unknown) => {
      throw refusalOf(cause);
    });
    const claims = tokens.claims();
    if (claims === undefined || typeof claims.auth_time !== 'number') throw new DomainError<SignInErrorCode>('sign_in_failed');
    return { sub: claims.sub, twoFactors: claims['acr'] === acr.twoFactors, provedAt: claims.auth_time * 1000 };
  }

  /** Where the session at blitz-idp ends (OpenID Connect RP-Initiated Logout). @throws DomainError `identity_provider_unavailable` */
  async logoutAddress(): Promise<string> {
    return openid.buildEndSessionUrl(await this.#configuration(), { post_logout_redirect_uri: this.registration.afterLogout }).href;
  }

  #configuration(): Promise<openid.Configuration> {
    this.#discovered ??= this.#discover().catch((cause: unknown) => {
      this.#discovered = undefined;
      throw new DomainError<SignInErrorCode>('identity_provider_unavailable', { retryAfterSec: 5 }, { cause });
    });
    return this.#discovered;
  }

  #discover(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.registration;
    // Which addresses may do without TLS was decided where the environment was read.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is no more than marked, so that it stands out
    const plain = issuer.startsWith('http:') ? [openid.allowInsecureRequests] : [];
    // The ID token's signature is looked at although it comes straight from blitz-idp: plain addresses are allowed here.
    const execute = [...plain, openid.enableNonRepudiationChecks];
    return openid.discovery(new URL(issuer), clientId, undefined, openid.ClientSecretBasic(clientSecret), { execute, timeout: timeoutSec });
  }
}

function refusalOf(cause: unknown): DomainError<SignInErrorCode> {
  if (cause instanceof openid.AuthorizationResponseError) {
    return new DomainError<SignInErrorCode>(cause.error === 'access_denied' ? 'sign_in_given_up' : 'sign_in_failed', {}, { cause });
  }
  if (isOutOfReach(cause)) return new DomainError<SignInErrorCode>('identity_provider_unavailable', { retryAfterSec: 5 }, { cause });
  return new DomainError<SignInErrorCode>('sign_in_failed', {}, { cause });
}

/** No answer, or one that says that it is not the request's fault. Everything else is an answer that can't be trusted. */
function isOutOfReach(cause: unknown): boolean {
  if (cause instanceof openid.ResponseBodyError) return cause.status >= 500;
  if (!(cause instanceof openid.ClientError)) return true;
  return cause.code === 'OAUTH_TIMEOUT' || (cause.cause instanceof Response && cause.cause.status >= 500);
}
