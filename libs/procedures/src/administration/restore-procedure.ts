import { DomainError } from '@blitz/kernel';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import type { ProcedureStore } from '../store/procedure-store.ts';
import type { ChangeProcedure, ChangeProcedureCommand } from './change-procedure.ts';

export interface RestoreProcedureCommand extends Pick<ChangeProcedureCommand, 'actor' | 'key' | 'expectedVersion'> {
  /** The version whose text comes back. */
  readonly version: number;
}

/**
 * Brings back what a procedure was, as a new version: nothing of what came between is lost. It is looked at as whatever is saved,
 * for its secrets may be gone.
 */
export class RestoreProcedure {
  constructor(
    private readonly store: ProcedureStore,
    private readonly change: ChangeProcedure,
  ) {}

  /** @returns the new version @throws DomainError `procedure_version_unknown`, and as SaveProcedure does */
  async execute({ version, key, ...wanted }: RestoreProcedureCommand): Promise<number> {
    const found = await this.store.find(key, version);
    if (found === undefined) throw new DomainError<ProcedureErrorCode>('procedure_version_unknown');
    const { name, source, hosts } = found;
    return this.change.execute({ ...wanted, key, name, source, hosts, deed: 'version_restored' });
  }
}
