import type { Provider } from './operator.ts';
import type { Town } from '../town.ts';
import type { Someone } from '../people.ts';

/** Who is called by which provider: what happens in the town depends on nobody's chance. */
export interface Customers {
  /** Of an exchange, which tells what the phone does and can hang up. */
  readonly exchange: readonly Someone[];
  /** Of an exchange that doesn't know our password any more, and then of the one above. */
  readonly failover: readonly Someone[];
  /** Of a provider that keeps the code and is asked about what was typed. */
  readonly keeper: readonly Someone[];
  /** Of the same with a door that is closed: it calls, and can't be asked. */
  readonly silentKeeper: readonly Someone[];
  /** Of a provider that knows delivery, and nothing finer. */
  readonly messenger: readonly Someone[];
}

/** Puts ready procedures to work beside the vendor's example, which calls everybody else. */
export async function openProviders({ operator }: Town, customers: Customers): Promise<void> {
  await operator.savesSecrets({ password: operator.token, old_password: 'of last year', application_secret: Buffer.from(operator.token).toString('base64') });
  const { failover, exchange, keeper, silentKeeper, messenger } = customers;
  const served: readonly (readonly [Provider, readonly Someone[]])[] = [
    [{ key: 'lost-exchange', template: 'asterisk-ari', edits: { "secrets.get('password')": "secrets.get('old_password')" } }, failover],
    [{ key: 'exchange', template: 'asterisk-ari' }, [...failover, ...exchange]],
    [{ key: 'keeper', template: 'sinch' }, keeper],
    [{ key: 'silent-keeper', template: 'sinch', edits: { '}/id/$': '}/closed/$' } }, silentKeeper],
    [{ key: 'messenger', template: 'i-digital' }, messenger],
  ];
  const wanted = served.filter(([, people]) => people.length > 0);
  // One after the other: each save appends to the plan as it found it.
  for (const [provider] of wanted) await operator.installs(provider);
  const plan = wanted.map(([{ key }, people]) => ({ procedure: key, destinations: people.flatMap(({ phone = [] }) => phone), enabled: true }));
  await operator.plans([...plan, { procedure: 'simulator', destinations: [], enabled: true }]);
}
