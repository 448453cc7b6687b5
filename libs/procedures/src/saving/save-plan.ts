import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import { isDestination, type Plan, type PlanEntry } from '../store/plan.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import type { ProcedureStore, Stamp } from '../store/procedure-store.ts';

const mostEntries = 50;
const mostDestinations = 300;

export interface SavePlanCommand extends Stamp {
  /** As it came from outside. */
  readonly plan: unknown;
  readonly expectedVersion: number;
}

/** Says which procedures are asked to make calls, whereto, and in which order. */
export class SavePlan {
  constructor(
    private readonly store: ProcedureStore,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `plan_invalid` (with `at` and `expected`), `plan_changed_meanwhile` */
  async execute({ plan, expectedVersion, ...stamp }: SavePlanCommand): Promise<number> {
    const { procedures } = await this.store.set();
    const read = readPlan(plan, new Set(procedures.map(({ key }) => key)));
    const version = await this.store.savePlan(read, { ...stamp, expectedVersion });
    const { author: sub, address, browser: userAgent } = stamp;
    this.audit.record({ type: 'plan_saved', at: this.clock.now(), sub, address, userAgent, details: { version, count: read.length } });
    return version;
  }
}

function readPlan(plan: unknown, known: ReadonlySet<string>): Plan {
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
