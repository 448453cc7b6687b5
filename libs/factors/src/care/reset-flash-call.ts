import type { AllowCare, Carer, RevokeBrowsers } from '@blitz/accounts';
import type { RecordDeed } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Challenges } from '../flash-call/challenges.ts';

/**
 * Has an account begin anew with the incoming call: what was spent, its live call and all trust that was earned by calls are
 * forgotten. Whoever is logged in stays so.
 */
export class ResetFlashCall {
  constructor(
    private readonly allow: AllowCare,
    private readonly challenges: Challenges,
    private readonly revokeBrowsers: RevokeBrowsers,
    private readonly deeds: RecordDeed,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected` */
  async execute(sub: string, { actor, privileges }: Carer): Promise<void> {
    await this.allow.execute(sub, { privileges });
    // The code first: a right entry that comes before it earns no trust that would be left.
    const { spent } = await this.challenges.reset(sub, this.clock.now());
    const count = await this.revokeBrowsers.execute(sub, { reason: 'reset', correlationId: actor.correlationId });
    const before = { attempts: spent, trusted_browsers: count };
    this.deeds.execute({ actor, resource: 'account', deed: 'call_reset', target: sub, sub, before, after: { attempts: 0, trusted_browsers: 0 } });
  }
}
