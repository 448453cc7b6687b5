import { Controller, Inject } from '@nestjs/common';
import { Clock, DomainError } from '@blitz/kernel';
import { Breakers, ChangeProcedure, ExamineDraft, LiveProcedures, ProcedureStore, type Procedure, type ProcedureSet } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { Serves } from '../api/serves.ts';
import { momentOrNull } from '../api/words.ts';
import { tagged } from '../api/tagged.ts';
import { describeSummary } from './describe-procedure.ts';
import { ProcedureReader } from './procedure-reader.ts';
import { examineDraft, listProcedures, readProcedure, saveProcedure } from './procedures.routes.ts';

/** What administrators write. */
@Controller()
export class ProceduresController {
  @Inject(ProcedureStore) private readonly store!: ProcedureStore;
  @Inject(ProcedureReader) private readonly reader!: ProcedureReader;
  @Inject(LiveProcedures) private readonly live!: LiveProcedures;
  @Inject(Breakers) private readonly breakers!: Breakers;
  @Inject(ChangeProcedure) private readonly change!: ChangeProcedure;
  @Inject(ExamineDraft) private readonly examine!: ExamineDraft;
  @Inject(Clock) private readonly clock!: Clock;

  @Serves(listProcedures)
  async list(): Promise<Answer<typeof listProcedures>> {
    const set = await this.store.set();
    const resting = await this.breakers.resting(set.procedures.map(({ key }) => key), this.clock.now());
    const until = (key: string): number | undefined => (Object.hasOwn(resting, key) ? resting[key] : undefined);
    return { items: set.procedures.map((each) => ({ ...describeSummary(each), rests_until: momentOrNull(until(each.key)), unfit: this.#unfit(each, set) })) };
  }

  @Serves(readProcedure)
  async read(@Asked() { params }: Asked<typeof readProcedure>): Promise<Answer<typeof readProcedure>> {
    const procedure = await this.reader.latest(params.key);
    return tagged(procedure.version, procedure);
  }

  @Serves(saveProcedure)
  async save(@Asked() { params, body, ifMatch, actor }: Asked<typeof saveProcedure>): Promise<Answer<typeof saveProcedure>> {
    const { key } = params;
    const version = await this.change.execute({ key, ...body, expectedVersion: ifMatch, actor }).catch(this.reader.whatStandsThere(key));
    return tagged(version, await this.reader.version(key, version));
  }

  @Serves(examineDraft)
  async look(@Asked() { body, actor }: Asked<typeof examineDraft>): Promise<Answer<typeof examineDraft>> {
    const { problems, entryPoints } = await this.examine.execute({ key: '', ...body, author: actor.id });
    return { problems: problems.map(({ line, column, message }) => ({ line, column, message })), entry_points: [...entryPoints] };
  }

  /** Its secrets are opened as for a call, and forgotten. */
  #unfit(procedure: Procedure, { secrets }: ProcedureSet): string | null {
    const missing = procedure.secrets.find((name) => !secrets.some((each) => each.name === name));
    if (missing !== undefined) return `there is no secret "${missing}"`;
    try {
      this.live.runnable(procedure, secrets);
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return String(error.details['reason']);
    }
  }
}
