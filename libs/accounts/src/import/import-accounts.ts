import type { RecordDeed } from '@blitz/audit';
import type { DirectoryRules } from '../attribute/attribute-rule.ts';
import type { Carer } from '../care/carer.ts';
import type { ImportFailure, ImportOptions } from './account-import.ts';
import { ImportFailed } from './import-error.ts';
import type { ImportFile } from './import-file.ts';
import { RemarkLog } from './remark-log.ts';
import { RunImport, type ImportRooms } from './run-import.ts';

export interface ImportCommand {
  /** Of an import that has begun. */
  readonly id: string;
  readonly file: ImportFile;
  readonly options: ImportOptions;
  readonly carer: Carer;
  readonly signal: AbortSignal;
}

/** Writes a list of people into the directory. How it went stands in `AccountImports` and, as a whole, in the journal. */
export class ImportAccounts {
  constructor(
    private readonly rooms: ImportRooms,
    private readonly rules: DirectoryRules,
    private readonly recordDeed: RecordDeed,
  ) {}

  /** @throws what nobody expected, after the import was ended */
  async execute({ id, file, options, carer, signal }: ImportCommand): Promise<void> {
    const { imports, batches } = this.rooms;
    const remarks = new RemarkLog(imports, id);
    const rules = await this.rules.current();
    const mayChangeAdministrators = carer.privileges.includes('w_admin');
    const run = new RunImport(this.rooms, { id, file, options, rules, mayChangeAdministrators, signal, remarks });
    try {
      const state = await run.execute();
      await imports.end(id, { state, remarksLeftOut: remarks.leftOut, counts: run.counts });
    } catch (error) {
      const because: ImportFailure = error instanceof ImportFailed ? error.because : 'unexpected';
      await imports.end(id, { state: because === 'stopped' ? 'broken_off' : 'failed', because, remarksLeftOut: remarks.leftOut });
      if (because === 'unexpected') throw error;
    } finally {
      await batches.forgetLines(id);
      const { created, updated, skipped, faulty } = run.counts;
      const { mode, existing, dryRun } = options;
      if (!dryRun) this.recordDeed.execute({ actor: carer.actor, resource: 'account_import', deed: 'imported', target: id, after: { mode, existing, created, updated, skipped, faulty } });
    }
  }
}
