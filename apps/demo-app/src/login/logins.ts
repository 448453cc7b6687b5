import type { Clock } from '@blitz/kernel';
import type { Configuration, IDToken, TokenEndpointResponse } from 'openid-client';
import * as openid from 'openid-client';
import type { IdentityProvider } from './identity-provider.ts';
import { trouble } from './trouble.ts';

/** What must be remembered between sending a browser away and its coming back. */
export interface PendingLogin {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly since: number;
  readonly acr?: string;
  readonly maxAge?: number;
}

export interface SignedIn {
  readonly claims: IDToken;
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since the epoch; undefined if the provider did not say. */
  readonly accessUntil?: number;
}

type Answer = TokenEndpointResponse & openid.TokenEndpointResponseHelpers;

const scope = 'openid profile phone offline_access';
export const pendingMs = 15 * 60_000;

/** Everything that an application says to its identity provider: the whole integration is this file. */
export class Logins {
  readonly #provider: IdentityProvider;
  readonly #ownUrl: string;
  readonly #clock: Clock;

  /** @param ownUrl base address of this application, without a slash at its end. */
  constructor(provider: IdentityProvider, ownUrl: string, clock: Clock) {
    this.#provider = provider;
    this.#ownUrl = ownUrl;
    this.#clock = clock;
  }

  /** Authorisation code with PKCE: where to send the browser, and what to remember until it returns. */
  async begin(wishes: Readonly<Record<string, string>>): Promise<{ readonly url: URL; readonly pending: PendingLogin }> {
    const configuration = await this.#provider.configuration();
    const [state, nonce, verifier] = [openid.randomState(), openid.randomNonce(), openid.randomPKCECodeVerifier()];
    const { acr_values: acr, max_age: maxAge } = wishes;
    const url = openid.buildAuthorizationUrl(configuration, {
      ...wishes,
      redirect_uri: `${this.#ownUrl}/callback`,
      scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const asked = { ...(acr !== undefined && { acr }), ...(maxAge !== undefined && { maxAge: Number(maxAge) }) };
    return { url, pending: { state, nonce, verifier, since: this.#clock.now(), ...asked } };
  }

  /** The browser is back: exchanges the code, checks signature, nonce, issuer, audience, age. */
  async finish(query: string, pending: PendingLogin): Promise<SignedIn> {
    const configuration = await this.#provider.configuration();
    const answer = await openid.authorizationCodeGrant(configuration, new URL(`${this.#ownUrl}/callback${query}`), {
      pkceCodeVerifier: pending.verifier,
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      idTokenExpected: true,
      ...(pending.maxAge !== undefined && { maxAge: pending.maxAge }),
    });
    return this.#signedIn(answer);
  }

  async userInfo({ accessToken, claims }: SignedIn): Promise<Readonly<Record<string, unknown>>> {
    return openid.fetchUserInfo(await this.#provider.configuration(), accessToken, claims.sub);
  }

  /** Spends the refresh token; the provider gives the next one. */
  async refresh(before: SignedIn): Promise<SignedIn> {
    if (before.refreshToken === undefined) throw trouble('tokens_refused', { reason: 'no refresh token' });
    return this.#signedIn(await openid.refreshTokenGrant(await this.#provider.configuration(), before.refreshToken), before);
  }

  /** Where to send the browser so that the provider's session ends too. */
  async farewell({ idToken }: SignedIn): Promise<URL> {
    const configuration: Configuration = await this.#provider.configuration();
    return openid.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: `${this.#ownUrl}/` });
  }

  /** A refresh may leave out what did not change. */
  #signedIn(answer: Answer, before?: SignedIn): SignedIn {
    const claims = answer.claims() ?? before?.claims;
    const idToken = answer.id_token ?? before?.idToken;
    if (claims === undefined || idToken === undefined) throw trouble('answer_invalid', { reason: 'no ID token' });
    if (before !== undefined && before.claims.sub !== claims.sub) throw trouble('answer_invalid', { reason: 'another account' });
    const refreshToken = answer.refresh_token ?? before?.refreshToken;
    const lives = answer.expiresIn();
    return {
      claims,
      idToken,
      accessToken: answer.access_token,
      ...(refreshToken !== undefined && { refreshToken }),
      ...(lives !== undefined && { accessUntil: this.#clock.now() + lives * 1000 }),
    };
  }
}
