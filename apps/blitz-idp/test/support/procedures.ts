import { AuditTrail } from '@blitz/audit';
import { Clock, Sealer } from '@blitz/kernel';
import { KeepSecrets, ProcedureStore, type PlanEntry } from '@blitz/procedures';
import type { Service } from '@blitz/platform';
import { simulatorSource } from '../../src/procedures/seed-simulator.ts';
import { compiled } from './compiled.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'a browser' };
const placeholder = 'https://provider.invalid';

export interface InstalledProcedure {
  readonly key?: string;
  /** In the language of procedures; the provider's address in it is `https://provider.invalid`. */
  readonly source?: string;
  /** The provider's address; without a slash at its end. */
  readonly url: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Who is asked, in which order; this procedure alone by default. */
  readonly plan?: readonly PlanEntry[];
}

/** Saves what an administrator has written, and plans it. The provider of the vendor's example by default. */
export async function installs(service: Service, { key = 'simulator', source = simulatorSource(placeholder), url, secrets = {}, plan }: InstalledProcedure): Promise<void> {
  const store = service.get(ProcedureStore);
  const keep = new KeepSecrets(store, service.get(Sealer), service.get(Clock), service.get(AuditTrail));
  const hosts = [new URL(url).host];
  for (const [name, value] of Object.entries(secrets)) await keep.save({ name, value, hosts, ...stamp });
  const { javascript, entryPoints, secrets: named } = await compiled(source);
  const set = await store.set();
  const expectedVersion = set.procedures.find((each) => each.key === key)?.version ?? 0;
  const written = { key, name: key, source, hosts, entryPoints, secrets: [...new Set(named.map(({ name }) => name))] };
  await store.save({ ...written, javascript: javascript.replaceAll(placeholder, url) }, { ...stamp, expectedVersion });
  await store.savePlan(plan ?? [{ procedure: key, destinations: [], enabled: true }], { ...stamp, expectedVersion: set.planVersion });
}
