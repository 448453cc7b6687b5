import { describe, expect, it } from '@jest/globals';
import { RecordDeed } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakeAdministrators } from '../fakes/fake-administrators.ts';
import { AppointAdministrator } from './appoint-administrator.ts';
import { ChangeRoles } from './change-roles.ts';
import { DismissAdministrator } from './dismiss-administrator.ts';

const clock = { now: () => 1_800_000_000_000 };
const actor = { id: '8c1f3f4e-6b8a-4e0b-9d0a-0123456789ab', kind: 'person', address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'c-1' } as const;

async function given() {
  const [audit, accounts] = [new FakeAuditTrail(), new FakeAccounts()];
  const [administrators, deeds] = [new FakeAdministrators(accounts), new RecordDeed(audit, clock)];
  const [{ sub: ada }, { sub: bob }] = [await accounts.create({ login: 'ada' }), await accounts.create({ login: 'bob' })];
  return {
    ...{ audit, administrators, ada, bob },
    appoint: new AppointAdministrator(administrators, clock, deeds),
    change: new ChangeRoles(administrators, clock, deeds),
    dismiss: new DismissAdministrator(administrators, deeds),
  };
}

describe('who becomes an administrator, gets other roles, or is none any more', () => {
  it('stands in the journal with what was before and after', async () => {
    const { audit, ada, bob, appoint, change, dismiss } = await given();
    await appoint.execute({ sub: ada, roles: ['root'], actor });
    await appoint.execute({ sub: bob, roles: ['support'], actor });
    await change.execute({ sub: bob, roles: ['ui_admin', 'security'], expectedVersion: 1, actor });
    await dismiss.execute({ sub: bob, expectedVersion: 2, actor });
    const facts = { resource: 'administrator', target: bob, actor: actor.id };
    expect(audit.events.map(({ sub, details }) => ({ sub, details })).slice(1)).toEqual([
      { sub: bob, details: { ...facts, deed: 'appointed', change: { roles: { after: ['support'] } } } },
      { sub: bob, details: { ...facts, deed: 'roles_changed', change: { roles: { before: ['support'], after: ['security', 'ui_admin'] } } } },
      { sub: bob, details: { ...facts, deed: 'dismissed', change: { roles: { before: ['security', 'ui_admin'] } } } },
    ]);
  });

  it('leaves no trace in the journal when it is refused', async () => {
    const { audit, administrators, ada, bob, appoint, change, dismiss } = await given();
    await appoint.execute({ sub: ada, roles: ['root'], actor });
    const refused = [
      [appoint.execute({ sub: ada, roles: ['root'], actor }), 'administrator_exists'],
      [appoint.execute({ sub: bob, roles: [], actor }), 'roles_invalid'],
      [change.execute({ sub: bob, roles: ['root'], expectedVersion: 0, actor }), 'administrator_unknown'],
      [change.execute({ sub: ada, roles: ['root'], expectedVersion: 2, actor }), 'administrator_changed_meanwhile'],
      [change.execute({ sub: ada, roles: ['support'], expectedVersion: 1, actor }), 'last_root_stays'],
      [dismiss.execute({ sub: bob, expectedVersion: 1, actor }), 'administrator_unknown'],
      [dismiss.execute({ sub: ada, expectedVersion: 1, actor }), 'last_root_stays'],
    ] as const;
    for (const [deed, code] of refused) await expect(deed).rejects.toThrow(code);
    expect(audit.events).toHaveLength(1);
    expect(await administrators.find(ada)).toMatchObject({ roles: ['root'], version: 1 });
  });
});
