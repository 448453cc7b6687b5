import type { AuditTrail } from '@blitz/audit';
import { SystemClock, Sealer } from '@blitz/kernel';
import { openDatabase, PostgresAuditTrail, PostgresProcedureStore } from '@blitz/postgres';
import { ExamineProcedure, KeepSecrets, SavePlan, SaveProcedure, type ProcedureStore } from '@blitz/procedures';
import { QuickJsSandbox } from '@blitz/sandbox';
import { TypeScriptCompiler } from '@blitz/sandbox/compiler';
import type { DataSource } from 'typeorm';

/** What a command needs to work on procedures: the same deeds, looks and journal as everywhere. */
export class ProcedureDesk {
  readonly store: ProcedureStore;
  readonly save: SaveProcedure;
  readonly plans: SavePlan;
  readonly secrets: KeepSecrets;
  readonly #compiler = new TypeScriptCompiler();
  readonly #sandbox = new QuickJsSandbox();
  readonly #audit: AuditTrail;

  constructor(database: DataSource, masterKeys: readonly Buffer[]) {
    const [clock, sealer] = [new SystemClock(), new Sealer(masterKeys)];
    this.#audit = new PostgresAuditTrail(database, { onFailure: () => undefined });
    this.store = new PostgresProcedureStore(database);
    const examine = new ExamineProcedure(this.#compiler, this.#sandbox, this.store, sealer, clock);
    this.save = new SaveProcedure(examine, this.store, clock, this.#audit);
    this.plans = new SavePlan(this.store, clock, this.#audit);
    this.secrets = new KeepSecrets(this.store, sealer, clock, this.#audit);
  }

  static async open(databaseUrl: string, masterKeys: readonly Buffer[]): Promise<{ readonly desk: ProcedureDesk; readonly close: () => Promise<void> }> {
    const database = await openDatabase(databaseUrl);
    const desk = new ProcedureDesk(database, masterKeys);
    const close = async (): Promise<void> => {
      await desk.close();
      await database.destroy();
    };
    return { desk, close };
  }

  async close(): Promise<void> {
    await this.#compiler.close();
    this.#sandbox.close();
    await this.#audit.flush();
  }
}
