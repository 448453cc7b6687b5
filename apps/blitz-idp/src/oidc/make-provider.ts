import type { Accounts } from '@blitz/accounts';
import { RedisOidcStore } from '@blitz/redis';
import type { Settings } from '@blitz/settings';
import { errors, Provider, type Adapter, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { ApplicationAdapter } from './application-adapter.ts';
import { paths } from '../login/paths.ts';
import { machineTokens, machineTokenSec } from '../machines/machine-tokens.ts';
import { AccountsOfRequest } from './accounts-of-request.ts';
import { claimsOf } from './account-claims.ts';
import { grantEverything } from './grant-everything.ts';
import { blitzPolicy } from './interaction-policy.ts';
import { noteProtocolEvents } from './protocol-events.ts';
import { protocol } from './protocol.ts';
import type { ProviderParts } from './provider-parts.ts';
import { asksForTheImpossible } from './required-level.ts';
import { answerServerErrors } from './server-errors.ts';
import { storeSurroundings } from './store-surroundings.ts';

const minute = 60;
const day = 24 * 60 * minute;

/** OpenID Connect at the vendor's paths. oidc-provider speaks the protocol; here stands what is ours about it. */
export function makeProvider(parts: ProviderParts): Provider {
  const { issuer, keys, applications, redis, clock, pages } = parts;
  const adapterOf = (model: string): Adapter =>
    model === 'Client'
      ? new ApplicationAdapter(applications)
      : new RedisOidcStore(redis, model, clock, storeSurroundings);
  const provider = new Provider(issuer, {
    adapter: adapterOf,
    jwks: { keys: keys.map((key) => key.privateJwk) },
    ...protocol(),
    ...lifetimes(() => parts.settings.current(), () => Math.floor(clock.now() / 1000)),
    ...people(parts),
    cookies: cookiesOf(parts),
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true, assertClaimsParameter },
      introspection: { enabled: true, allowedPolicy: mayIntrospect(parts.accounts) },
      revocation: { enabled: true, allowedPolicy: ownsToken },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => pages.logout(ctx, form),
        postLogoutSuccessSource: (ctx) => pages.loggedOut(ctx),
      },
      userinfo: { enabled: true },
      ...machineTokens(parts.adminApi),
      // On by default there; what nobody has tried here is not offered.
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
    },
    renderError: (ctx, out, error) => pages.error(ctx, out, error),
  });
  // What it reads there is our own word (mount-provider.ts).
  provider.proxy = true;
  noteProtocolEvents(provider, parts.audit, clock);
  provider.use((ctx, next) => pages.withoutScript(ctx as KoaContextWithOIDC, next));
  answerServerErrors(provider, parts.log);
  return provider;
}

/** Sessions end after the administrator's time, or sooner when nothing happens in them. */
function lifetimes(settings: () => Settings, nowSec: () => number): Configuration {
  return {
    ttl: {
      AccessToken: 60 * minute,
      AuthorizationCode: 1 * minute,
      ClientCredentials: machineTokenSec,
      IdToken: 60 * minute,
      Interaction: 30 * minute,
      RefreshToken: 14 * day,
      Grant: 14 * day,
      Session: (_ctx, session) => {
        const { inactivitySec, ttlSec } = settings().session;
        const left = (session.loginTs ?? nowSec()) + ttlSec - nowSec();
        return Math.max(1, Math.min(inactivitySec, left));
      },
    },
  };
}

function people({ settings, cookies, returnPath, ...parts }: ProviderParts): Configuration {
  const accounts = new AccountsOfRequest(parts.accounts);
  return {
    findAccount: async (ctx, sub) => {
      const account = await accounts.find(ctx, sub);
      // A closed account gets nothing by any grant, refresh included.
      if (account === undefined || account.locked) return undefined;
      return { accountId: account.sub, claims: () => Promise.resolve(claimsOf(account)) };
    },
    loadExistingGrant: grantEverything,
    interactions: {
      policy: blitzPolicy(accounts, () => settings.current().login.requiredFactor),
      url: (ctx, interaction) => {
        const browser = readBrowser(ctx, cookies.nameOf('browser')) ?? cookies.newBrowser();
        ctx.cookies.set(cookies.nameOf('browser'), browser, { ...cookies.options(), overwrite: true, signed: false });
        const query = new URLSearchParams({ bo: returnPath.of(interaction.uid, browser, ctx.oidc.client?.clientId) });
        const door = ctx.oidc.session?.accountId === undefined ? paths.password : paths.doorway;
        return Promise.resolve(`${door}?${query.toString()}`);
      },
    },
  };
}

const browserShape = /^[A-Za-z0-9_-]{22}$/;

function readBrowser(ctx: KoaContextWithOIDC, name: string): string | undefined {
  const value = ctx.cookies.get(name, { signed: false });
  return value !== undefined && browserShape.test(value) ? value : undefined;
}

function cookiesOf({ cookieKey, cookies }: ProviderParts): Configuration['cookies'] {
  const { secure, sameSite } = cookies.options();
  const options = { httpOnly: true, sameSite, secure, signed: true, overwrite: true, path: '/blitz' } as const;
  return {
    keys: [cookieKey],
    names: { session: secure ? '__Host-blitz_session' : 'blitz_session', interaction: 'blitz_interaction', resume: 'blitz_resume' },
    // Only cookies of the whole host can carry `__Host-`, which keeps neighbours from planting a session of theirs.
    long: { ...options, path: '/' },
    short: options,
  };
}

function assertClaimsParameter(ctx: KoaContextWithOIDC): void {
  if (!asksForTheImpossible(ctx.oidc.params ?? {})) return;
  throw new errors.UnmetAuthenticationRequirements('none of the essential authentication context classes is offered');
}

/** RFC 7009: nobody gives back what is not theirs. */
function ownsToken(_ctx: KoaContextWithOIDC, client: { clientId: string }, token: { clientId?: string | undefined }): boolean {
  return token.clientId === client.clientId;
}

/** RFC 7662: an application may ask about its own tokens. A closed account has none that is good (security 10). */
function mayIntrospect(accounts: Accounts) {
  return async (_ctx: KoaContextWithOIDC, client: IntrospectingClient, token: IntrospectedToken): Promise<boolean> => {
    if (client.clientAuthMethod === 'none' || token.clientId !== client.clientId) return false;
    const account = token.accountId === undefined ? undefined : await accounts.find(token.accountId);
    return token.accountId === undefined || account?.locked === false;
  };
}

interface IntrospectingClient {
  readonly clientId: string;
  readonly clientAuthMethod?: string | undefined;
}

interface IntrospectedToken {
  readonly clientId?: string | undefined;
  readonly accountId?: string | undefined;
}
