import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import type { ProcedureStore, Stamp } from '../store/procedure-store.ts';
import { isProcedureKey } from '../store/procedure.ts';
import type { ExamineProcedure } from './examine-procedure.ts';

/** As it came from outside. */
export interface SaveProcedureCommand extends Stamp {
  readonly key: string;
  readonly name: unknown;
  readonly source: unknown;
  readonly hosts: unknown;
  /** The version that the person looked at; 0 for a new procedure. */
  readonly expectedVersion: number;
}

/** Saves a procedure that compiles, rehearses, and asks only for what there is. */
export class SaveProcedure {
  constructor(
    private readonly examine: ExamineProcedure,
    private readonly store: ProcedureStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the new version; calls are made by it within a second, if the plan names the procedure
   * @throws ProcedureRefused, DomainError `procedure_changed_meanwhile`
   */
  async execute({ key, name, source, hosts, expectedVersion, ...stamp }: SaveProcedureCommand): Promise<number> {
    if (!isProcedureKey(key)) throw new DomainError<ProcedureErrorCode>('procedure_unknown');
    const { procedure } = await this.examine.execute(key, { name, source, hosts });
    const version = await this.store.save(procedure, { ...stamp, expectedVersion });
    const { author: sub, address, browser: userAgent } = stamp;
    this.audit.record({ type: 'procedure_saved', at: this.clock.now(), sub, address, userAgent, details: { name: key, version } });
    return version;
  }
}
