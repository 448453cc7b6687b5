import { loginStem } from '@blitz/audit';
import { newId, type Clock } from '@blitz/kernel';
import type { Origin } from '../login/origin.ts';
import type { Asker, Challenges } from './challenges.ts';
import type { CodeDigest } from './code-digest.ts';
import type { EntryNotes } from './entry-notes.ts';
import type { EntryVerdict } from './entry-rules.ts';
import type { FlashCallSettings } from './flash-call-settings.ts';
import { readCode } from './read-code.ts';

export interface Entry {
  readonly asker: Asker;
  /** The challenge that this browser was asked with. */
  readonly challengeId: string;
  /** As it came: anything at all. */
  readonly typed: unknown;
  readonly origin: Origin;
}

export type EntryAnswer =
  | EntryVerdict
  /** R6: can't be a code; nothing was spent. */
  | { readonly kind: 'malformed' };

/** One typed code: paid for, looked at, used up if it is right, in one deed. */
export class EnterCode {
  constructor(
    private readonly challenges: Challenges,
    private readonly digest: CodeDigest,
    private readonly settings: FlashCallSettings,
    private readonly clock: Clock,
    private readonly notes: EntryNotes,
  ) {}

  /** @returns with a right entry the login's new id: the old one is worth nothing from then on, though the journal knows both as one */
  async execute({ asker, challengeId, typed, origin }: Entry): Promise<{ answer: EntryAnswer; login: string }> {
    const limits = this.settings.limits();
    const code = readCode(typed, limits.codeLength);
    if (code === undefined) return { answer: { kind: 'malformed' }, login: asker.login };
    const renewed = `${loginStem(asker.login)}${newId()}`;
    const digest = this.digest.of(challengeId, code);
    const now = this.clock.now();
    const answer = await this.challenges.enter(asker, challengeId, digest, now, limits, renewed);
    this.notes.note(answer, { asker, origin, at: now });
    return { answer, login: answer.kind === 'right' ? renewed : asker.login };
  }
}
