import type { Rules } from '../attribute/attribute-rule.ts';
import type { ImportRemark } from './account-import.ts';

/** What stands in a file beside attributes. */
const own = ['login', 'required_factor', 'password', 'password_hash'];

export interface ImportColumns {
  /** The name of each, in their order. */
  readonly names: readonly string[];
  readonly faults: readonly ImportRemark[];
}

/** The first line of a file. A file without one has people's values there: what is no column is not repeated. */
export function readColumns(cells: readonly string[], line: number, { attributes }: Rules): ImportColumns {
  const names = cells.map((cell) => cell.trim());
  const known = new Set([...own, ...attributes.map(({ name }) => name)]);
  const fault = (field: string, rule: string, expected: string): ImportRemark => ({ line, field, kind: 'fault', rule, expected });
  const faults = names.flatMap((name, index) => {
    if (!known.has(name)) return [fault(`column ${index + 1}`, 'unknown', `must be one of ${[...known].join(', ')}`)];
    return names.indexOf(name) === index ? [] : [fault(name, 'repeated', 'must be there once')];
  });
  if (!names.includes('login')) faults.push(fault('login', 'required', 'is missing: the first line must name the columns'));
  return { names, faults };
}
