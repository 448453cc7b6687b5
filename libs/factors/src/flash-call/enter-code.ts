import { loginStem } from '@blitz/audit';
import { newId, type Clock } from '@blitz/kernel';
import type { Origin } from '../login/origin.ts';
import type { Asker, Challenges } from './challenges.ts';
import type { CodeChecks } from './checks/code-checks.ts';
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

/** One typed code: paid for, looked at, used up if it is right, in one deed. Where only the provider can look, it is paid for first. */
export class EnterCode {
  constructor(
    private readonly challenges: Challenges,
    private readonly code: { readonly digest: CodeDigest; readonly checks: CodeChecks },
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
    const digest = this.code.digest.of(challengeId, code);
    const [entry, now] = [newId(), this.clock.now()];
    const verdict = await this.challenges.enter(asker, { id: challengeId, entry, digest, renewed }, now, limits);
    if (verdict.kind !== 'asking') this.notes.note(verdict, { asker, challengeId, origin, at: now });
    const answer =
      verdict.kind === 'asking' ? await this.code.checks.ask({ asker, challengeId, entry, typed: code, renewed, origin }) : verdict;
    return { answer, login: answer.kind === 'right' ? renewed : asker.login };
  }
}
