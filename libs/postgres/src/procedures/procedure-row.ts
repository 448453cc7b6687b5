import type { EntryPoint, Procedure, StampedProcedure } from '@blitz/procedures';

export const columns = 'key, version, name, source, hosts, javascript, entry_points, secrets, author, address, browser, at';

export interface ProcedureRow {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly source: string;
  readonly hosts: readonly string[];
  readonly javascript: string;
  readonly entry_points: readonly EntryPoint[];
  readonly secrets: readonly string[];
  readonly author: string;
  readonly address: string;
  readonly browser: string;
  readonly at: Date;
}

export function procedureOf({ key, version, name, source, hosts, javascript, entry_points: entryPoints, secrets }: ProcedureRow): Procedure {
  return { key, version, name, source, hosts, javascript, entryPoints, secrets };
}

export function stampedOf(row: ProcedureRow): StampedProcedure {
  const { author, address, browser, at } = row;
  return { ...procedureOf(row), author, address, browser, at: at.getTime() };
}
