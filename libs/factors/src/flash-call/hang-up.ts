import type { CallProvider, HangUpOutcome } from './call-provider.ts';
import { accountOf } from './challenge-id.ts';
import type { Challenges } from './challenges.ts';

/** What became of it, for the operator. */
export type HangingUp = HangUpOutcome | { readonly outcome: 'not_mine' };

/** Ends the ringing of a call whose code was entered. What comes of it changes nothing. */
export class HangUp {
  constructor(
    private readonly challenges: Challenges,
    private readonly provider: CallProvider,
  ) {}

  async execute({ challengeId, correlation }: { readonly challengeId: string; readonly correlation: string }): Promise<HangingUp> {
    const { challenge } = await this.challenges.look(accountOf(challengeId) ?? '');
    // A call that was asked for since then is none of ours.
    if (challenge?.id !== challengeId || challenge.state !== 'confirmed') return { outcome: 'not_mine' };
    if (challenge.made?.call.canHangUp !== true) return { outcome: 'not_mine' };
    return this.provider.hangUp(challenge.made.call, correlation);
  }
}
