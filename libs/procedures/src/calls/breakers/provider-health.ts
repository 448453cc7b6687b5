import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import type { Finished } from '../../loop/finished.ts';
import type { Breakers, Leave } from './breakers.ts';
import { isBroken } from './is-broken.ts';

/** A call as far as it tells whether its provider works. */
interface Judged {
  readonly procedure: string;
  readonly leave: Leave;
  readonly correlation: string;
}

/** Judges providers by their calls; the journal is told when one begins to be left alone, and when it works again. */
export class ProviderHealth {
  constructor(
    private readonly breakers: Breakers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A breaker that can't be asked stops no call. */
  mayTry(procedure: string): Promise<Leave> {
    return this.breakers.mayTry(procedure, this.clock.now()).catch((): Leave => 'as_ever');
  }

  async judge(judged: Judged, finished: Finished): Promise<void> {
    try {
      await this.#judge(judged, finished);
    } catch {
      // A breaker that can't be told loses a failure or a success; the trial ends by itself.
    }
  }

  async #judge({ procedure: name, leave, correlation: correlationId }: Judged, finished: Finished): Promise<void> {
    const at = this.clock.now();
    if (finished.kind === 'ok') {
      if (await this.breakers.worked(name)) this.audit.record({ type: 'provider_works', at, correlationId, details: { name } });
    } else if (isBroken(finished)) {
      const until = await this.breakers.failed(name, at);
      if (until !== undefined) this.audit.record({ type: 'provider_rests', at, correlationId, details: { name, until } });
    } else if (leave === 'as_trial') await this.breakers.undecided(name);
  }
}
