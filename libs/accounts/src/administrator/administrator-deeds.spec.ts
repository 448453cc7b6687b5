import { describe, expect, it } from '@jest/globals';
import { RecordDeed } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { privileges } from '../application/privilege.ts';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakeAdministrators } from '../fakes/fake-administrators.ts';
import { AppointAdministrator } from './appoint-administrator.ts';
import { ChangeRoles } from './change-roles.ts';
import { DismissAdministrator } from './dismiss-administrator.ts';

const clock = { now: () => 1_800_000_000_000 };
const actor = { id: '8c1f3f4e-6b8a-4e0b-9d0a-0123456789ab', kind: 'person', address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'c-1' } as const;
const by = { actor, held: privileges };

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
    await appoint.execute({ sub: ada, roles: ['root'], ...by });
    await appoint.execute({ sub: bob, roles: ['support'], ...by });
    await change.execute({ sub: bob, roles: ['ui_admin', 'security'], expectedVersion: 1, ...by });
    await dismiss.execute({ sub: bob, expectedVersion: 2, ...by });
    const facts = { resource: 'administrator', target: bob, actor: actor.id };
    expect(audit.events.map(({ sub, details }) => ({ sub, details })).slice(1)).toEqual([
      { sub: bob, details: { ...facts, deed: 'appointed', change: { roles: { after: ['support'] } } } },
      { sub: bob, details: { ...facts, deed: 'roles_changed', change: { roles: { before: ['support'], after: ['security', 'ui_admin'] } } } },
      { sub: bob, details: { ...facts, deed: 'dismissed', change: { roles: { before: ['security', 'ui_admin'] } } } },
    ]);
  });

  it('leaves no trace in the journal when it is refused', async () => {
    const { audit, administrators, ada, bob, appoint, change, dismiss } = await given();
    await appoint.execute({ sub: ada, roles: ['root'], ...by });
    const refused = [
      [appoint.execute({ sub: ada, roles: ['root'], ...by }), 'administrator_exists'],
      [appoint.execute({ sub: bob, roles: [], ...by }), 'roles_invalid'],
      [change.execute({ sub: bob, roles: ['root'], expectedVersion: 0, ...by }), 'administrator_unknown'],
      [change.execute({ sub: ada, roles: ['root'], expectedVersion: 2, ...by }), 'administrator_changed_meanwhile'],
      [change.execute({ sub: ada, roles: ['support'], expectedVersion: 1, ...by }), 'last_root_stays'],
      [dismiss.execute({ sub: bob, expectedVersion: 1, ...by }), 'administrator_unknown'],
      [dismiss.execute({ sub: ada, expectedVersion: 1, ...by }), 'last_root_stays'],
    ] as const;
    for (const [deed, code] of refused) await expect(deed).rejects.toThrow(code);
    expect(audit.events).toHaveLength(1);
    expect(await administrators.find(ada)).toMatchObject({ roles: ['root'], version: 1 });
  });
});

describe('whoever appoints administrators', () => {
  const security = { actor, held: ['w_admin', 'r_audit'] } as const;

  it('gives and takes the role root only with all that it allows', async () => {
    const { ada, bob, appoint, change, dismiss, administrators } = await given();
    await appoint.execute({ sub: ada, roles: ['root'], ...by });
    await expect(appoint.execute({ sub: bob, roles: ['root'], ...security })).rejects.toThrow('privilege_not_held');
    await appoint.execute({ sub: bob, roles: ['support'], ...security });
    await expect(change.execute({ sub: bob, roles: ['support', 'root'], expectedVersion: 1, ...security })).rejects.toThrow('privilege_not_held');
    await expect(change.execute({ sub: ada, roles: ['support'], expectedVersion: 1, ...security })).rejects.toThrow('privilege_not_held');
    await expect(dismiss.execute({ sub: ada, expectedVersion: 1, ...security })).rejects.toThrow('privilege_not_held');
    await change.execute({ sub: ada, roles: ['root', 'ui_admin'], expectedVersion: 1, ...security });
    await change.execute({ sub: bob, roles: ['app_admin'], expectedVersion: 1, ...security });
    await dismiss.execute({ sub: bob, expectedVersion: 2, ...security });
    expect([(await administrators.find(ada))?.roles, await administrators.find(bob)]).toEqual([['root', 'ui_admin'], undefined]);
  });

  it('decides about nobody by the name of themselves; a program has no account', async () => {
    const { ada, bob, appoint, change, dismiss } = await given();
    for (const sub of [ada, bob]) await appoint.execute({ sub, roles: ['root'], ...by });
    const herself = { actor: { ...actor, id: ada }, held: privileges };
    await expect(change.execute({ sub: ada, roles: ['support'], expectedVersion: 1, ...herself })).rejects.toThrow('own_roles_stay');
    await expect(dismiss.execute({ sub: ada, expectedVersion: 1, ...herself })).rejects.toThrow('own_roles_stay');
    await expect(appoint.execute({ sub: ada, roles: ['root'], ...herself })).rejects.toThrow('own_roles_stay');
    await dismiss.execute({ sub: ada, expectedVersion: 1, actor: { ...actor, id: ada, kind: 'program' }, held: privileges });
  });
});
