import { DomainError } from '@blitz/kernel';
import { isDestination, type Plan, type PlanEntry } from '../store/plan.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';

const mostEntries = 50;
const mostDestinations = 300;

/**
 * @param plan as it came from outside
 * @param known the keys of the procedures that it may name
 * @throws DomainError `plan_invalid` (with `at` and `expected`)
 */
export function readPlan(plan: unknown, known: ReadonlySet<string>): Plan {
  if (!Array.isArray(plan) || plan.length > mostEntries) throw refused('', `a list of at most ${mostEntries} entries`);
  const entries = plan.map((each: unknown, at) => readEntry(each, `${at}`, known));
  const keys = entries.map(({ procedure }) => procedure);
  const twice = keys.findIndex((key, at) => keys.indexOf(key) < at);
  if (twice >= 0) throw refused(`${twice}.procedure`, 'each procedure once');
  return entries;
}

function readEntry(entry: unknown, at: string, known: ReadonlySet<string>): PlanEntry {
  if (typeof entry !== 'object' || entry === null) throw refused(at, 'an entry with procedure, destinations and enabled');
  const { procedure, destinations = [], enabled } = entry as Partial<Record<keyof PlanEntry, unknown>>;
  if (typeof procedure !== 'string' || !known.has(procedure)) throw refused(`${at}.procedure`, 'the key of a saved procedure');
  if (typeof enabled !== 'boolean') throw refused(`${at}.enabled`, 'true or false');
  if (!Array.isArray(destinations) || destinations.length > mostDestinations || !destinations.every(isDestination)) {
    throw refused(`${at}.destinations`, 'a list of country codes such as RU and of beginnings of numbers such as +7900');
  }
  return { procedure, destinations: [...new Set(destinations)], enabled };
}

function refused(at: string, expected: string): DomainError<ProcedureErrorCode> {
  return new DomainError<ProcedureErrorCode>('plan_invalid', { at, expected });
}
