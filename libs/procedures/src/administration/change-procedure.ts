import type { Actor, RecordDeed } from '@blitz/audit';
import type { ProcedureStore } from '../store/procedure-store.ts';
import type { Procedure, ProcedureText } from '../store/procedure.ts';
import type { SaveProcedure } from '../saving/save-procedure.ts';
import { stampOf } from './stamp-of.ts';

export interface ChangeProcedureCommand extends Readonly<Record<keyof ProcedureText, unknown>> {
  readonly actor: Actor;
  readonly key: string;
  /** The version that the administrator looked at; 0 for a new procedure. */
  readonly expectedVersion: number;
  /** What is written down of it when it is not simply a change. */
  readonly deed?: 'version_restored';
}

/** An administrator saves a procedure. What it was before stays as a version of its own, its source included. */
export class ChangeProcedure {
  constructor(
    private readonly save: SaveProcedure,
    private readonly store: ProcedureStore,
    private readonly record: RecordDeed,
  ) {}

  /** @returns the new version @throws as SaveProcedure does */
  async execute({ actor, deed, ...wanted }: ChangeProcedureCommand): Promise<number> {
    const { key, expectedVersion } = wanted;
    const version = await this.save.execute({ ...wanted, ...stampOf(actor) });
    const [before, after] = await Promise.all([this.store.find(key, expectedVersion), this.store.find(key, version)]);
    const usual = before === undefined ? 'created' : 'changed';
    this.record.execute({ actor, resource: 'procedure', deed: deed ?? usual, target: key, before: factsOf(before), after: factsOf(after) });
    return version;
  }
}

/** The sources are kept with the versions, and are too long for the journal. */
function factsOf(procedure: Procedure | undefined): Readonly<Record<string, unknown>> {
  if (procedure === undefined) return {};
  const { version, name, hosts, secrets } = procedure;
  return { version, name, hosts, secrets };
}
