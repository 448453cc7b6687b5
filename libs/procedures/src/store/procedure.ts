import type { EntryPoint, Program } from '../program.ts';

/** How a procedure is called in the plan, the journal and the statistics: letters first, few digits, so that no number fits in. */
export const procedureKey = /^(?=[^\d]*(?:\d[^\d]*){0,3}$)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const longestKey = 40;

export function isProcedureKey(key: unknown): key is string {
  return typeof key === 'string' && key.length <= longestKey && procedureKey.test(key);
}

/** What an administrator writes. */
export interface ProcedureText {
  readonly name: string;
  readonly source: string;
  /** Where it may send requests to: host names, with a port when it is not the scheme's own. */
  readonly hosts: readonly string[];
}

/** One saved version: never changed again. */
export interface Procedure extends ProcedureText {
  readonly key: string;
  /** From 1, growing with every save of this procedure. */
  readonly version: number;
  readonly javascript: string;
  readonly entryPoints: readonly EntryPoint[];
  readonly secrets: readonly string[];
}

export function programOf({ key, version, javascript, entryPoints, secrets }: Procedure): Program {
  return { id: `${key}@${version}`, javascript, entryPoints, secrets };
}
