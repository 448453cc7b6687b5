import { rings, type Ring } from '@blitz/factors';
import type { Clock } from '@blitz/kernel';
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

/** What it told. */
export interface Told {
  readonly challengeId: string;
  readonly ring: Ring;
}

const readMs = 2_000;

/** Has the procedure that made a call read what its provider tells of it. */
export class ReadStatus {
  constructor(
    private readonly tokens: CallbackTokens,
    private readonly live: LiveProcedures,
    private readonly loop: ProcedureLoop,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined when the token is none of ours (`foreign`), or when it says nothing that a page could show */
  async execute(token: unknown, { headers, text }: Callback): Promise<Told | 'foreign' | undefined> {
    const of = this.tokens.read(token);
    if (of === undefined) return 'foreign';
    const runnable = await this.live.find(of.procedure, of.version);
    if (runnable?.program.entryPoints.includes('status') !== true) return undefined;
    const finished = await this.loop.execute({
      runnable,
      entryPoint: 'status',
      obj: { request_id: withoutAccount(of.challengeId) },
      result: { status: 200, headers, text, state: {} },
      deadline: this.clock.now() + readMs,
      correlation: '',
      mayRequest: false,
    });
    const ring = finished.kind === 'ok' ? rings.find((each) => each === finished.value['state']) : undefined;
    return ring === undefined ? undefined : { challengeId: of.challengeId, ring };
  }
}
