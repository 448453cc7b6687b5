import { interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountsOfRequest } from './accounts-of-request.ts';
import { requestedLevel, requiredLevel } from './required-level.ts';
import { isEnough } from './session-assurance.ts';

export const insufficient = 'assurance_insufficient';

/** Reasons for which the session's password is still good: only the missing factor is asked for. */
export const stepUpReasons: readonly string[] = [insufficient];

/**
 * When a person is asked for something. To the standard's reasons (no session, `prompt`, `max_age`) come ours: the session has
 * fewer factors than are asked for, or its account is closed.
 */
export function blitzPolicy(accounts: AccountsOfRequest, administrator: () => 1 | 2): ReturnType<typeof interactionPolicy.base> {
  const { base, Check } = interactionPolicy;
  const policy = base();
  // Applications are entered by the administrator, who thereby consents for everyone. `prompt=consent` may be asked for (it is
  // what `offline_access` needs), and finds it given.
  policy.get('consent')?.checks.clear();
  const closed = new Check('account_closed', 'the account can no longer log in', 'login_required', async (ctx) => {
    const sub = ctx.oidc.session?.accountId;
    if (sub === undefined) return Check.NO_NEED_TO_PROMPT;
    const account = await accounts.find(ctx, sub);
    return account === undefined || account.locked ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT;
  });
  const fewer = new Check(insufficient, 'more factors are required', 'login_required', async (ctx) =>
    (await hasEnough(ctx, accounts, administrator)) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
  );
  const { checks } = policy.get('login') ?? { checks: undefined };
  // Theirs want the very class; here two factors are good for one, and what we can't give was refused before.
  checks?.remove('essential_acr');
  checks?.remove('essential_acrs');
  checks?.push(closed, fewer);
  return policy;
}

async function hasEnough(ctx: KoaContextWithOIDC, accounts: AccountsOfRequest, administrator: () => 1 | 2): Promise<boolean> {
  const { session, params = {} } = ctx.oidc;
  if (session?.accountId === undefined) return true;
  const account = await accounts.find(ctx, session.accountId);
  const required = requiredLevel({ administrator: administrator(), account, params });
  return isEnough({ acr: session.acr, amr: session.amr }, required, requestedLevel(params));
}
