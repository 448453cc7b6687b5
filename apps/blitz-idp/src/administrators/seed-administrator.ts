import { AppointAdministrator, privileges } from '@blitz/accounts';
import { RecordDeed } from '@blitz/audit';
import { newId, SystemClock } from '@blitz/kernel';
import { PostgresAdministrators, PostgresAuditTrail } from '@blitz/postgres';
import type { DataSource } from 'typeorm';

/** Makes an account that was seeded just now an administrator. */
export async function seedAdministrator(database: DataSource, sub: string, roles: readonly string[]): Promise<void> {
  const clock = new SystemClock();
  const audit = new PostgresAuditTrail(database, { onFailure: () => undefined });
  const actor = { id: 'the-demo', kind: 'program', address: '', userAgent: '', correlationId: newId() } as const;
  await new AppointAdministrator(new PostgresAdministrators(database), clock, new RecordDeed(audit, clock)).execute({ sub, roles, actor, held: privileges });
  await audit.flush();
}
