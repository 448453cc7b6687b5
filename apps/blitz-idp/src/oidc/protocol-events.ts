import type { AuditEvent, AuditOrigin, AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { Correlation } from '@blitz/platform';
import { Provider, type KoaContextWithOIDC } from 'oidc-provider';

/** Notes in the journal what applications are given, refused and deprived of, and who left: never a token, never a code. */
export function noteProtocolEvents(provider: Provider, audit: AuditTrail, clock: Clock): void {
  const facts = (ctx: KoaContextWithOIDC | undefined): Omit<AuditEvent, 'type' | 'details'> => ({
    ...originOf(ctx),
    ...(ctx === undefined ? {} : whoseIs(ctx)),
    at: clock.now(),
  });
  const revoked = (ctx: KoaContextWithOIDC | undefined, grantId = ''): void => {
    const clientId = applicationOf(ctx, grantId);
    const details = { reason: reasons.get(ctx?.oidc.route ?? '') ?? 'used_again', grantId };
    audit.record({ ...facts(ctx), ...clientId, type: 'tokens_revoked', details });
  };
  provider.on('grant.success', (ctx) => {
    const type = grantTypeOf(ctx) === 'refresh_token' ? 'tokens_refreshed' : 'tokens_issued';
    audit.record({ ...facts(ctx), type, details: { grantId: ctx.oidc.grant?.jti ?? '' } });
  });
  provider.on('grant.error', (ctx, { error }) => {
    audit.record({ ...facts(ctx), type: 'token_refused', details: { reason: error, grant: grantTypeOf(ctx) } });
  });
  provider.on('grant.revoked', revoked);
  // Given back alone, an access token takes the grant's tokens with it, but not the grant: oidc-provider says so only here.
  provider.on('access_token.destroyed', ({ grantId }) => {
    revoked(Provider.ctx, grantId);
  });
  // Also when somebody else logs in, outside of any request of the protocol.
  provider.on('session.destroyed', ({ accountId }) => {
    if (accountId !== undefined) audit.record({ ...facts(Provider.ctx), type: 'logged_out', sub: accountId });
  });
}

/** Why tokens end, by the address at which it happened; at the token endpoint because of a code or token used again. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['revocation', 'given_back'],
  ['end_session_confirm', 'logged_out'],
]);

export function originOf(ctx: KoaContextWithOIDC | undefined): AuditOrigin {
  const correlationId = Correlation.current();
  return {
    ...(correlationId === undefined ? {} : { correlationId }),
    // What the proxy itself saw comes last; what stands before it may be a stranger's claim.
    ...(ctx === undefined ? {} : { address: ctx.ips.at(-1) ?? ctx.ip, userAgent: ctx.get('user-agent') }),
  };
}

function whoseIs({ oidc }: KoaContextWithOIDC): { readonly sub?: string; readonly clientId?: string } {
  const { Client, RefreshToken, AuthorizationCode, AccessToken, Session } = oidc.entities;
  const sub = (RefreshToken ?? AuthorizationCode ?? AccessToken ?? Session)?.accountId;
  return { ...(sub === undefined ? {} : { sub }), ...(Client === undefined ? {} : { clientId: Client.clientId }) };
}

/** A session holds grants of several applications, and leaving it ends each. */
function applicationOf(ctx: KoaContextWithOIDC | undefined, grantId: string): { readonly clientId?: string } {
  const granted = Object.entries(ctx?.oidc.session?.authorizations ?? {});
  const clientId = granted.find(([, authorization]) => authorization.grantId === grantId)?.[0];
  return clientId === undefined ? {} : { clientId };
}

/** From a list: what an application sends is anything at all. */
function grantTypeOf({ oidc }: KoaContextWithOIDC): string {
  const said = oidc.params?.['grant_type'];
  return said === 'authorization_code' || said === 'refresh_token' || said === 'client_credentials' ? said : 'another';
}
