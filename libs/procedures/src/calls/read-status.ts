import { rings, type CallLedger, type Ring } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
import { hintOf } from '../loop/hint-of.ts';
import type { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { LiveProcedures } from '../store/live-procedures.ts';
import type { CallbackTokens } from './callback-tokens.ts';
import { withoutAccount } from './first-words.ts';

/** What a provider sent to the address that it was given. */
export interface Callback {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What became of it. */
export type Heard =
  | { readonly kind: 'told'; readonly challengeId: string; readonly ring: Ring }
  /** It says nothing that a page could show. */
  | { readonly kind: 'nothing' }
  /** The token is none of ours. */
  | { readonly kind: 'foreign' }
  /** We could not have it read: to be told again. */
  | { readonly kind: 'busy' }
  /** The procedure could not read it. */
  | { readonly kind: 'failed'; readonly hint: string };

const readMs = 2_000;

/** Has the procedure that made a call read what its provider tells of it. */
export class ReadStatus {
  constructor(
    private readonly tokens: CallbackTokens,
    private readonly live: LiveProcedures,
    private readonly loop: ProcedureLoop,
    private readonly clock: Clock,
    private readonly calls: { readonly ledger: CallLedger; readonly isAwaited: (challengeId: string) => Promise<boolean> },
  ) {}

  async execute(token: unknown, { headers, text }: Callback): Promise<Heard> {
    const of = this.tokens.read(token);
    if (of === undefined) return { kind: 'foreign' };
    const { procedure, version, challengeId } = of;
    // A provider may be told an address for years, and whoever has it may ask as often as they like.
    if (!(await this.calls.isAwaited(challengeId))) return { kind: 'nothing' };
    const runnable = await this.live.find(procedure, version);
    if (runnable?.program.entryPoints.includes('status') !== true) return { kind: 'nothing' };
    const finished = await this.loop.execute({
      runnable,
      entryPoint: 'status',
      obj: { request_id: withoutAccount(challengeId) },
      result: { status: 200, headers, text, state: {} },
      deadline: this.clock.now() + readMs,
      correlation: '',
      mayRequest: false,
    });
    if (finished.kind === 'failed' && finished.fault === 'sandbox_broke') return { kind: 'busy' };
    if (finished.kind === 'failed') {
      const hint = hintOf(runnable, finished);
      this.calls.ledger.fault({ procedure }, 'status_unread', hint);
      return { kind: 'failed', hint };
    }
    const ring = rings.find((each) => each === finished.value['state']);
    return ring === undefined ? { kind: 'nothing' } : { kind: 'told', challengeId, ring };
  }
}
