import type { KnownSecret, Plan, Procedure, StampedProcedure, Template } from '@blitz/procedures';
import { moment } from '../api/words.ts';

/** Who an author is, for people. */
export type Named = (author: string) => { readonly id: string; readonly name: string | null };

export function describeSummary({ key, name, version, hosts, secrets, entryPoints }: Omit<Procedure, 'source' | 'javascript'>) {
  return { key, name, version, hosts: [...hosts], secrets: [...secrets], entry_points: [...entryPoints] };
}

export function describeProcedure({ source, author, at, ...procedure }: StampedProcedure, named: Named) {
  return { ...describeSummary(procedure), source, author: named(author), at: moment(at) };
}

export function describeVersion({ version, name, hosts, author, at }: StampedProcedure, named: Named) {
  return { version, name, hosts: [...hosts], author: named(author), at: moment(at) };
}

export function describePlan(version: number, plan: Plan) {
  return { version, entries: plan.map(({ procedure, destinations, enabled }) => ({ procedure, destinations: [...destinations], enabled })) };
}

export function describeSecret({ name, hosts, usedBy, refusedTo, author, at }: KnownSecret, named: Named) {
  return { name, hosts: [...hosts], used_by: [...usedBy], refused_to: [...refusedTo], author: named(author), at: moment(at) };
}

export function describeTemplate({ id, name, hosts, secrets, settings, destinations, codeLength: [from, to] }: Template) {
  return { id, name, hosts: [...hosts], secrets: secrets.map((each) => ({ ...each })), settings: [...settings], destinations: [...destinations], code_length: { from, to } };
}
