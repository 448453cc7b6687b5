import { LiveSettings, readBlitzConf, SaveSettings, SettingsSignal, SettingsStore, type SettingKey } from '@blitz/settings';
import { AuditTrail, type AuditEvent } from '@blitz/audit';
import { PostgresAuditEvents } from '@blitz/postgres';
import { DataSource } from 'typeorm';
import { idpEnvironmentOf } from '../../src/environment.ts';
import type { Town } from './town.ts';
import { until } from './until.ts';

export const flashCallKey = (name: string): SettingKey => `login.methods.flashCall.profiles."2".${name}` as SettingKey;

export const guardKey = (name: string): SettingKey => `login.methods.flashCall.guards.${name}` as SettingKey;

const counts = ['number', 'prefix', 'country', 'address', 'application', 'total', 'pumping'];
export const guardsOff = Object.fromEntries(counts.map((each) => [guardKey(`${each}-calls`), 0])) as Partial<Record<SettingKey, unknown>>;

/** Who runs the town: saves settings as the console does, reads the journal and the metrics, and breaks the provider. */
export class Administrator {
  constructor(private readonly town: Town) {}

  /** Saves without waiting for anybody to notice. */
  async writes(changes: Partial<Record<SettingKey, unknown>>): Promise<number> {
    const { service, variables } = this.town;
    const store = service.get(SettingsStore);
    const file = await readBlitzConf(idpEnvironmentOf(variables).settings.configFile);
    const world = { clock: this.town.clock, audit: service.get(AuditTrail), warn: () => undefined };
    const save = new SaveSettings(file, store, service.get(SettingsSignal), world);
    const expectedVersion = (await store.latest())?.version ?? 0;
    return save.execute({ changes, expectedVersion, author: 'admin', address: '192.0.2.1', browser: 'a browser' });
  }

  /** Saves, and the running service knows. */
  async saves(changes: Partial<Record<SettingKey, unknown>>): Promise<void> {
    const version = await this.writes(changes);
    await until(() => this.town.service.get(LiveSettings).version() >= version);
  }

  /** What the journal in PostgreSQL says of an account, the oldest first. */
  async events(sub?: string): Promise<AuditEvent[]> {
    await this.town.service.get(AuditTrail).flush();
    const found = await new PostgresAuditEvents(this.town.service.get(DataSource)).find({ limit: 1000, ...(sub === undefined ? {} : { sub }) });
    return [...found].reverse();
  }

  async metrics(): Promise<string> {
    return (await fetch(`${this.town.base}/metrics`)).text();
  }

  /** How the provider treats this number from now on. */
  async makesProvider(phone: string, behaviour: string, delayMs?: number): Promise<void> {
    const url = `${this.town.simulator.url}/api/phones/${encodeURIComponent(phone)}/behaviour`;
    const body = JSON.stringify({ behaviour, ...(delayMs === undefined ? {} : { delayMs }) });
    const answer = await fetch(url, { method: 'PUT', body, headers: { 'content-type': 'application/json' } });
    if (!answer.ok) throw new Error(`the simulator refused: ${await answer.text()}`);
  }
}
