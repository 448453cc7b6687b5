import { RecordDeed, type Actor, type AuditEvent } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { ChangeSettings } from '../configuration/change-settings.ts';
import { MethodRules } from '../methods/method-rules.ts';
import { SaveSettings } from '../saved/save-settings.ts';
import type { SavedSettings } from '../saved/saved-settings.ts';
import type { Values } from '../schema/schema.ts';
import { FakeCallReadiness } from './fake-call-readiness.ts';
import { fakeFileSettings } from './fake-file-settings.ts';
import { FakeSettingsSignal } from './fake-settings-signal.ts';
import { FakeSettingsStore } from './fake-settings-store.ts';

export const anAdministrator: Actor = { id: 'admin', kind: 'person', address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'request-one' };

/** Where an administrator sits who changes settings: everything in memory. */
export class SettingsOffice {
  readonly clock = { now: (): number => 1_800_000_000_000 };
  readonly store = new FakeSettingsStore(this.clock);
  readonly readiness = new FakeCallReadiness();
  readonly audit = new FakeAuditTrail();
  readonly file;
  readonly rules;
  readonly change;

  constructor(values: Partial<Values> = {}) {
    this.file = fakeFileSettings(values);
    this.rules = new MethodRules(this.file, this.readiness);
    const world = { clock: this.clock, audit: this.audit, warn: () => undefined };
    const save = new SaveSettings(this.file, this.store, new FakeSettingsSignal(), world);
    this.change = new ChangeSettings(this.file, this.store, this.rules, save, new RecordDeed(this.audit, this.clock));
  }

  /** @returns the new version */
  async changes(changes: SavedSettings, expectedVersion?: number): Promise<number> {
    const version = expectedVersion ?? (await this.store.latest())?.version ?? 0;
    return this.change.execute({ changes, expectedVersion: version, actor: anAdministrator });
  }

  /** What the journal says that administrators did. */
  deeds(): readonly AuditEvent[] {
    return this.audit.events.filter(({ type }) => type === 'administration');
  }
}
