import type { AuditTrail } from '@blitz/audit';
import type { Clock } from '@blitz/kernel';
import { accountOf } from './challenge-id.ts';
import type { Challenges } from './challenges.ts';
import type { Ring } from './ring.ts';

export interface Movement {
  readonly challengeId: string;
  readonly ring: Ring;
  readonly correlation?: string;
}

/** A provider tells what the phone does: for the page that waits. Whoever tells it may be wrong, so no code is closed by it. */
export class MoveCall {
  constructor(
    private readonly challenges: Challenges,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Whether somebody waits for this call. Asked before anything costly is done with what a provider, or whoever has its address, sends. */
  async isAwaited(challengeId: string): Promise<boolean> {
    const sub = accountOf(challengeId);
    if (sub === undefined) return false;
    const { challenge } = await this.challenges.look(sub);
    return challenge?.id === challengeId && (challenge.state === 'dialling' || challenge.state === 'awaiting');
  }

  /** @returns false for a call that nobody waits for any more, or never did */
  async execute({ challengeId, ring, correlation }: Movement): Promise<boolean> {
    const sub = accountOf(challengeId);
    if (sub === undefined) return false;
    const verdict = await this.challenges.ring(challengeId, ring);
    if (verdict.kind === 'ignored') return false;
    const followed = correlation === undefined ? {} : { correlationId: correlation };
    const facts = { at: this.clock.now(), sub, login: verdict.login, method: 'flashCall', ...followed };
    this.audit.record({ ...facts, type: 'call_rang', details: { reason: ring } });
    return true;
  }
}
