import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { consoleClientId, consoleClientSecret } from '@blitz/accounts';
import { newId } from '@blitz/kernel';
import { SignJWT } from 'jose';
import type { Issuer } from './issuer.ts';

type Claims = Readonly<Record<string, unknown>>;

interface Granted {
  readonly claims: Claims;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** Stands for blitz-idp's logins where a test needs one that blitz-idp never would let pass. */
export class IdentityStandIn {
  readonly #codes = new Map<string, Granted>();
  /** What the last token request was refused for. */
  refused: string | undefined;
  away = false;

  constructor(
    private readonly issuer: Issuer,
    private readonly secret: Buffer,
    private readonly nowSec: () => number,
  ) {
    issuer.others = (request, response) => void this.#answer(request, response);
  }

  /** The person logs in. @returns the query with which the browser goes back @param claims others than the usual ones */
  grants(loginAddress: string, sub: string, claims: Claims = {}): string {
    const { searchParams } = new URL(loginAddress);
    const asked = (name: string): string => searchParams.get(name) ?? '';
    const code = newId();
    const usual = {
      iss: this.issuer.url, aud: consoleClientId, sub, nonce: asked('nonce'), iat: this.nowSec(), exp: this.nowSec() + 300,
      auth_time: this.nowSec(), acr: 'urn:blitz:acr:two-factors', amr: ['pwd', 'tel', 'mfa', 'mca'],
    };
    this.#codes.set(code, { claims: { ...usual, ...claims }, challenge: asked('code_challenge'), redirectUri: asked('redirect_uri') });
    return `?${new URLSearchParams({ code, state: asked('state'), iss: this.issuer.url }).toString()}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const send = (status: number, body: object): unknown => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (this.away) return send(503, {});
    if (request.url === '/blitz/.well-known/openid-configuration') return send(200, this.#discovery());
    if (request.url !== '/blitz/oauth/te') return send(404, {});
    const fields = new URLSearchParams(await text(request));
    const granted = this.#codes.get(fields.get('code') ?? '');
    this.#codes.delete(fields.get('code') ?? '');
    this.refused = this.#faultIn(request, fields, granted);
    if (this.refused !== undefined || granted === undefined) return send(400, { error: 'invalid_grant' });
    const [key] = this.issuer.keys;
    if (key === undefined) throw new Error('no key');
    const token = await new SignJWT(granted.claims).setProtectedHeader({ alg: 'ES256', kid: key.kid }).sign(key.privateKey);
    return send(200, { access_token: newId(), token_type: 'Bearer', expires_in: 300, id_token: token });
  }

  #faultIn({ headers }: IncomingMessage, fields: URLSearchParams, granted: Granted | undefined): string | undefined {
    // RFC 6749, 2.3.1: both are encoded as in forms.
    const basic = Buffer.from((headers.authorization ?? '').replace(/^Basic /, ''), 'base64').toString();
    if (decodeURIComponent(basic) !== `${consoleClientId}:${consoleClientSecret(this.secret)}`) return 'client';
    if (granted === undefined) return 'code';
    if (fields.get('redirect_uri') !== granted.redirectUri) return 'redirect_uri';
    return createHash('sha256').update(fields.get('code_verifier') ?? '').digest('base64url') === granted.challenge ? undefined : 'verifier';
  }

  #discovery(): object {
    const at = (path: string): string => `${this.issuer.url}${path}`;
    return {
      issuer: this.issuer.url,
      authorization_endpoint: at('/oauth/ae'),
      token_endpoint: at('/oauth/te'),
      end_session_endpoint: at('/oauth/logout'),
      jwks_uri: at('/.well-known/jwks'),
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
    };
  }
}
