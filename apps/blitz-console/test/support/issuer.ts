import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { newId } from '@blitz/kernel';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export interface Said {
  /** Others than the usual ones, or none where `undefined` stands. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly typ?: string;
  readonly kid?: string;
}

/** Stands for blitz-idp where a test has to make tokens that blitz-idp never would. */
export class Issuer {
  /** What is published. */
  keys: readonly Key[] = [];
  /** How often somebody asked for the keys. */
  asked = 0;
  /** What is answered instead of the keys. */
  broken: { readonly status: number; readonly body: string } | undefined;

  /** Answers whatever is asked besides the keys. */
  others: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;

  private constructor(
    readonly url: string,
    readonly audience: string,
    private readonly server: Server,
  ) {}

  static async open(audience: string): Promise<Issuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const issuer = new Issuer(`http://127.0.0.1:${String(address.port)}/blitz`, audience, server);
    server.on('request', (request, response) => {
      if (issuer.others !== undefined && request.url !== '/blitz/.well-known/jwks') {
        issuer.others(request, response);
        return;
      }
      issuer.asked += 1;
      const { status, body } = issuer.broken ?? { status: request.url === '/blitz/.well-known/jwks' ? 200 : 404, body: JSON.stringify({ keys: issuer.keys.map((key) => key.publicJwk) }) };
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    issuer.keys = [await newKey()];
    return issuer;
  }

  /** A token as blitz-idp gives it, for five minutes. */
  token(scope: string, nowSec: number, { claims = {}, typ = 'at+jwt', kid }: Said = {}, [key] = this.keys): Promise<string> {
    if (key === undefined) throw new Error('no key');
    const usual = { iss: this.url, aud: this.audience, sub: 'ops', client_id: 'ops', jti: newId(), iat: nowSec, exp: nowSec + 300, scope };
    return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg: 'ES256', typ, kid: kid ?? key.kid }).sign(key.privateKey);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => { resolve(); }));
  }
}

export async function newKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const kid = newId();
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
}
