import type { RunFault } from '@blitz/procedures';

/** What has to come of it: one of these faults, or `Ok` with this under `seen`: the proof that there was nothing to be had. */
export type Outcome = { readonly fault: RunFault | readonly RunFault[]; readonly says?: RegExp } | { readonly seen: string };

export interface Hostile {
  readonly name: string;
  readonly source: string;
  readonly outcome: Outcome;
}

/** A procedure whose `run` does this. */
export const run = (body: string, before = ''): string => `${before}
export default class Hostile {
  run(obj, result) {
    ${body}
  }
}`;

/** A procedure that tells what an expression is. */
export const tells = (expression: string, before = ''): string =>
  run(`let seen; try { seen = String(${expression}); } catch (error) { seen = 'refused'; }
    return HttpLoop.Ok(JsObj.empty.addString('seen', seen));`, before);

export const hostile = (name: string, source: string, outcome: Outcome): Hostile => ({ name, source, outcome });
