import { randomBytes } from 'node:crypto';
import type { OpenConsoleSession, SignInAttempts } from '@blitz/accounts';
import type { AuditOrigin, AuditTrail } from '@blitz/audit';
import { DomainError, newId, type Clock } from '@blitz/kernel';
import type { IdentityProvider } from './identity-provider.ts';
import type { SignInErrorCode } from './sign-in-error.ts';

export interface Return {
  readonly browser: string | undefined;
  /** As the browser brought it, with its question mark. */
  readonly query: string;
  readonly before: string | undefined;
  readonly origin: AuditOrigin;
}

export interface SignedIn {
  readonly token: string;
  readonly to: string;
}

/** What two clocks may differ by, and the second that `auth_time` is cut to. */
const toleranceMs = 6_000;

/** Administrators prove at blitz-idp who they are, and come back. */
export class SignIn {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly attempts: SignInAttempts,
    private readonly openSession: OpenConsoleSession,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns where the browser goes @throws DomainError `identity_provider_unavailable` */
  async begin(browser: string, to: string, fresh: boolean): Promise<string> {
    const wish = { state: newId(), nonce: newId(), codeVerifier: randomBytes(32).toString('base64url'), fresh };
    const address = await this.provider.loginAddress(wish);
    const { state, nonce, codeVerifier } = wish;
    await this.attempts.begin(browser, state, { nonce, codeVerifier, to, fresh, startedAt: this.clock.now() });
    return address;
  }

  /** @throws DomainError of SignInErrorCode, `administrator_unknown` */
  async finish({ browser, query, before, origin }: Return): Promise<SignedIn> {
    const state = new URLSearchParams(query).get('state');
    const attempt = browser === undefined || state === null ? undefined : await this.attempts.claim(browser, state, this.clock.now());
    if (attempt === undefined || state === null) throw new DomainError<SignInErrorCode>('sign_in_over');
    const { nonce, codeVerifier, fresh, startedAt, to } = attempt;
    const { sub, twoFactors, provedAt } = await this.provider.whoCameBack(query, { state, nonce, codeVerifier });
    if (!twoFactors) {
      this.audit.record({ ...origin, type: 'administrator_refused', at: this.clock.now(), sub, details: { reason: 'factor_missing' } });
      throw new DomainError<SignInErrorCode>('factor_missing');
    }
    if (fresh && provedAt < startedAt - toleranceMs) throw new DomainError<SignInErrorCode>('sign_in_failed');
    const token = await this.openSession.execute({ sub, provedAt: Math.min(provedAt, this.clock.now()), before, origin });
    return { token, to };
  }
}
