import type { RecordDeed } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { Sessions } from '../session/sessions.ts';
import type { AllowCare } from './allow-care.ts';
import type { CareErrorCode } from './care-error.ts';
import type { Carer } from './carer.ts';

/** Throws a person out, of one browser or of all. */
export class EndSessions {
  constructor(
    private readonly allow: AllowCare,
    private readonly sessions: Sessions,
    private readonly deeds: RecordDeed,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `account_unknown`, `administrator_protected`, `session_unknown` */
  async one(sub: string, id: string, carer: Carer): Promise<void> {
    await this.allow.execute(sub, carer);
    if (!(await this.sessions.end(sub, id, this.clock.now()))) throw new DomainError<CareErrorCode>('session_unknown');
    this.#note(sub, 'session_ended', 1, carer);
  }

  /**
   * @returns how many live sessions ended
   * @throws DomainError `account_unknown`, `administrator_protected`
   */
  async all(sub: string, carer: Carer): Promise<number> {
    await this.allow.execute(sub, carer);
    const count = await this.sessions.endAll(sub, this.clock.now());
    this.#note(sub, 'sessions_ended', count, carer);
    return count;
  }

  #note(sub: string, deed: string, count: number, { actor }: Carer): void {
    this.deeds.execute({ actor, resource: 'account', deed, target: sub, sub, before: { sessions: count } });
  }
}
