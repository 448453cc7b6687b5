import type { AuditTrail } from '@blitz/audit';
import { assuranceOf, type FactorTable, type Logins, type Origin } from '@blitz/factors';
import { DomainError, type Clock } from '@blitz/kernel';
import type { Interactions } from '../oidc/interactions.ts';
import type { LoginErrorCode } from './login-errors.ts';
import type { LoginVisit } from './read-login.ts';

/** The last step: ends the login, and tells the provider what it is worth. */
export class FinishLogin {
  constructor(
    private readonly logins: Logins,
    private readonly interactions: Interactions,
    private readonly factors: FactorTable,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns where the browser goes
   * @throws DomainError `login_over` for all but the first of any number of callers
   */
  async execute({ login, interaction }: LoginVisit, trusted: boolean, origin: Origin): Promise<string> {
    if (!(await this.logins.end(login.sub, login.id))) throw new DomainError<LoginErrorCode>('login_over');
    const assurance = assuranceOf(login.proved, trusted, this.factors);
    await this.interactions.finish(interaction.uid, login.sub, assurance, Math.floor(login.startedAt / 1000));
    this.audit.record({
      ...origin,
      type: 'login_completed',
      at: this.clock.now(),
      sub: login.sub,
      login: login.id,
      details: { factors: login.proved.length, browserTrusted: trusted },
    });
    return interaction.returnTo;
  }
}
