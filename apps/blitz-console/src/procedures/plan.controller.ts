import { Controller, Inject } from '@nestjs/common';
import { DomainError } from '@blitz/kernel';
import { ChangePlan, ProcedureStore } from '@blitz/procedures';
import type { Answer } from '../api/answer.ts';
import { Asked } from '../api/asked.ts';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import { Serves } from '../api/serves.ts';
import { tagged } from '../api/tagged.ts';
import { describePlan } from './describe-procedure.ts';
import { readPlan, savePlan } from './driver.routes.ts';

/** Who is asked to make calls. */
@Controller()
export class PlanController {
  @Inject(ProcedureStore) private readonly store!: ProcedureStore;
  @Inject(ChangePlan) private readonly change!: ChangePlan;

  @Serves(readPlan)
  async read(): Promise<Answer<typeof readPlan>> {
    const { plan, planVersion } = await this.store.set();
    return tagged(planVersion, describePlan(planVersion, plan));
  }

  @Serves(savePlan)
  async save(@Asked() { body, ifMatch, actor }: Asked<typeof savePlan>): Promise<Answer<typeof savePlan>> {
    await this.change.execute({ plan: body.entries, expectedVersion: ifMatch, actor }).catch((error: unknown) => this.#refusal(error));
    return this.read();
  }

  async #refusal(error: unknown): Promise<never> {
    if (!(error instanceof DomainError)) throw error;
    const { at, expected } = error.details;
    // `1.procedure` → `/body/entries/1/procedure`
    if (error.code === 'plan_invalid') throw new FieldsInvalid([{ pointer: `/body/entries/${String(at).replaceAll('.', '/')}`, rule: 'plan', expected: String(expected) }]);
    if (error.code !== 'plan_changed_meanwhile') throw error;
    const { plan, planVersion } = await this.store.set();
    throw new ChangedMeanwhile(planVersion, describePlan(planVersion, plan));
  }
}
