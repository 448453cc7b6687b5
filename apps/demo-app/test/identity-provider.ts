import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { jest } from '@jest/globals';
import type { InteractionResults } from 'oidc-provider';
import Provider from 'oidc-provider';

const twoFactors = 'urn:blitz:acr:two-factors';

/** What a person does at the provider; the tests choose it. */
export type Conduct = 'logs in' | 'turns back' | 'logs in with the password only' | 'logs in on a trusted browser';

const amrOf = {
  'logs in': ['pwd', 'tel', 'mfa', 'mca'],
  'logs in with the password only': ['pwd'],
  'logs in on a trusted browser': ['pwd', 'rba'],
} as const satisfies Partial<Record<Conduct, readonly string[]>>;

/** A real OpenID Connect provider whose pages answer themselves. */
export class TestProvider {
  conduct: Conduct = 'logs in';
  readonly #server: Server;
  readonly #provider: Provider;

  private constructor(
    server: Server,
    readonly issuer: string,
    demoUrl: string,
  ) {
    this.#server = server;
    this.#provider = new Provider(issuer, {
      clients: [
        {
          client_id: 'demo',
          client_secret: 'secret of the demo',
          grant_types: ['authorization_code', 'refresh_token'],
          redirect_uris: [`${demoUrl}/callback`],
          post_logout_redirect_uris: [`${demoUrl}/`],
        },
      ],
      acrValues: [twoFactors, 'urn:blitz:acr:one-factor'],
      claims: { openid: ['sub', 'acr', 'amr', 'auth_time'], profile: ['name'], phone: ['phone_number'] },
      cookies: { keys: ['for tests'] },
      features: { devInteractions: { enabled: false } },
      findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, name: 'Ada <b>Lovelace</b>', phone_number: '+79001234567' }) }),
      interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
      issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
      rotateRefreshToken: true,
      ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, RefreshToken: 600, Session: 600, AuthorizationCode: 60 },
    });
    const answer = this.#provider.callback();
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (request.url?.startsWith('/interaction/')) void this.#interact(request, response);
      else void answer(request, response);
    });
  }

  static async start(port: number, demoUrl: string): Promise<TestProvider> {
    const server = createServer();
    // It warns that its keys and memory are for tests only, which is what they are for.
    const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const provider = new TestProvider(server, `http://localhost:${String(port)}`, demoUrl);
    warnings.mockRestore();
    server.listen(port, 'localhost');
    await once(server, 'listening');
    return provider;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const details = await this.#provider.interactionDetails(request, response);
    const result = details.prompt.name === 'login' ? this.#login() : await this.#consent(details);
    await this.#provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  }

  #login(): InteractionResults {
    if (this.conduct === 'turns back') return { error: 'access_denied', error_description: '<i>refused</i>' };
    const full = this.conduct === 'logs in';
    const amr = amrOf[this.conduct];
    return { login: { accountId: 'ada', acr: full ? twoFactors : 'urn:blitz:acr:one-factor', amr: [...amr] } };
  }

  async #consent({ params, session }: Awaited<ReturnType<Provider['interactionDetails']>>): Promise<InteractionResults> {
    const grant = new this.#provider.Grant({ accountId: session?.accountId ?? 'ada', clientId: String(params['client_id']) });
    grant.addOIDCScope('openid profile phone offline_access');
    return { consent: { grantId: await grant.save() } };
  }
}
