import type { LoginAssurance } from '@blitz/factors';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProviderHolder } from './provider-holder.ts';
import { stepUpReasons } from './interaction-policy.ts';

/** An application's wish that somebody log in, waiting to be fulfilled. */
export interface LoginInteraction {
  readonly uid: string;
  /** Where the browser goes when the login is over. */
  readonly returnTo: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly clientId: string;
  readonly reasons: readonly string[];
  /** With `prompt=login` or `max_age`: a password typed before this moment does not count. Milliseconds since the epoch. */
  readonly freshSince?: number;
  readonly session?: { readonly sub: string; readonly uid: string; readonly amr: readonly string[] };
}

const wantsFresh: ReadonlySet<string> = new Set(['login_prompt', 'max_age']);

/** oidc-provider's interactions, as far as the login pages need them. */
export class Interactions {
  constructor(private readonly holder: ProviderHolder) {}

  async find(uid: string): Promise<LoginInteraction | undefined> {
    const found = await this.holder.provider().Interaction.find(uid);
    if (found === undefined || found.result !== undefined) return undefined;
    const { returnTo, params, prompt, session } = found;
    const sub = session?.accountId;
    return {
      uid,
      returnTo,
      params,
      clientId: typeof params['client_id'] === 'string' ? params['client_id'] : '',
      reasons: prompt.reasons,
      ...(prompt.reasons.some((reason) => wantsFresh.has(reason)) ? { freshSince: found.iat * 1000 } : {}),
      ...(sub === undefined || session === undefined
        ? {}
        : { session: { sub, uid: session.uid, amr: session.amr ?? [] } }),
    };
  }

  /** The login went well: what the application will be told. */
  async finish(uid: string, sub: string, assurance: LoginAssurance, authTimeSec: number): Promise<void> {
    const login = { accountId: sub, acr: assurance.acr, amr: [...assurance.amr], ts: authTimeSec, remember: true };
    await this.#conclude(uid, { login });
  }

  /** The person gave up. */
  async refuse(uid: string): Promise<void> {
    await this.#conclude(uid, { error: 'access_denied', error_description: 'the person gave up the login' });
  }

  /** The session that this browser has, whatever the interaction remembers. */
  async sessionOf(request: IncomingMessage, response: ServerResponse): Promise<string | undefined> {
    const provider = this.holder.provider();
    const session = await provider.Session.get(provider.createContext(request, response));
    return session.accountId;
  }

  /**
   * A session is one person's: when somebody else has logged in, whoever was here before leaves. oidc-provider would send a
   * page for it that needs a script.
   */
  async replaceOthers(request: IncomingMessage, response: ServerResponse, uid: string, sub: string): Promise<void> {
    const provider = this.holder.provider();
    const session = await provider.Session.get(provider.createContext(request, response));
    if (session.accountId === undefined || session.accountId === sub) return;
    const interaction = await provider.Interaction.find(uid);
    await session.destroy();
    if (interaction === undefined) return;
    delete (interaction as { session?: unknown }).session;
    await interaction.persist();
  }

  /** When the session's first factor was proved. */
  async authTimeSec(sessionUid: string): Promise<number | undefined> {
    return (await this.holder.provider().Session.findByUid(sessionUid))?.loginTs;
  }

  /** Only a factor is missing, and the session's password still counts. */
  isStepUp({ reasons, session }: LoginInteraction): boolean {
    return session !== undefined && reasons.length > 0 && reasons.every((reason) => stepUpReasons.includes(reason));
  }

  async applicationName(clientId: string): Promise<string | undefined> {
    const client = await this.holder.provider().Client.find(clientId);
    return client?.clientName ?? client?.clientId;
  }

  /** Where the application takes people in: its own address, or else the site that its logins return to. */
  async applicationHome(clientId: string): Promise<string | undefined> {
    const client = await this.holder.provider().Client.find(clientId);
    if (client === undefined) return undefined;
    const [back] = client.redirectUris ?? [];
    const site = back !== undefined && /^https?:/.test(back) ? `${new URL(back).origin}/` : undefined;
    return client.clientUri ?? site;
  }

  async #conclude(uid: string, result: Record<string, unknown>): Promise<void> {
    const interaction = await this.holder.provider().Interaction.find(uid);
    if (interaction === undefined) return;
    interaction.result = result;
    await interaction.persist();
  }
}
