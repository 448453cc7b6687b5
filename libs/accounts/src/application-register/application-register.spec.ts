import { beforeEach, describe, expect, it } from '@jest/globals';
import { RecordDeed, type Actor } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Clock } from '@blitz/kernel';
import { privileges, type Privilege } from '../application/privilege.ts';
import type { ApplicationDraft, ApplicationForPeople } from '../application-draft/application-draft.ts';
import { ApplicationRefused } from '../application-draft/application-refused.ts';
import { FakeApplicationRegister } from '../fakes/fake-application-register.ts';
import { ApplicationChanged } from './application-changed.ts';
import { ChangeApplication } from './change-application.ts';
import { CreateApplication } from './create-application.ts';
import { DeleteApplication } from './delete-application.ts';
import { RotateSecret } from './rotate-secret.ts';

class StoppedClock extends Clock {
  now(): number {
    return 1_800_000_000_000;
  }
}

const actor: Actor = { id: 'ada', kind: 'person', address: '192.0.2.1', userAgent: 'a browser', correlationId: 'c' };
const web: ApplicationForPeople = { kind: 'web', name: 'Shop', redirectUris: ['https://shop.example/cb'], postLogoutRedirectUris: [], requiredFactor: null, refreshTokens: true };
const machine = (...may: Privilege[]): ApplicationDraft => ({ kind: 'machine', name: 'Ops', privileges: may });
const root = [...privileges];

describe('the register of applications', () => {
  let audit: FakeAuditTrail;
  let register: FakeApplicationRegister;
  let uses: { readonly create: CreateApplication; readonly change: ChangeApplication; readonly rotate: RotateSecret; readonly remove: DeleteApplication };
  beforeEach(() => {
    const clock = new StoppedClock();
    [audit, register] = [new FakeAuditTrail(), new FakeApplicationRegister(clock)];
    const deeds = new RecordDeed(audit, clock);
    uses = { create: new CreateApplication(register, deeds), change: new ChangeApplication(register, deeds), rotate: new RotateSecret(register, deeds), remove: new DeleteApplication(register, deeds) };
  });

  const creates = (clientId: string, draft: ApplicationDraft, held: readonly Privilege[] = ['w_app']) => uses.create.execute({ clientId, draft, actor, held });
  const changes = (draft: ApplicationDraft, held: readonly Privilege[] = ['w_app'], expectedVersion = 1) => uses.change.execute({ clientId: 'x', draft, expectedVersion, actor, held });
  const rotates = (held: readonly Privilege[] = ['w_app'], expectedVersion = 1) => uses.rotate.execute({ clientId: 'x', expectedVersion, actor, held });
  const removes = (held: readonly Privilege[] = ['w_app'], expectedVersion = 1) => uses.remove.execute({ clientId: 'x', expectedVersion, actor, held });
  const refused = (deed: Promise<unknown>): Promise<string> => deed.then(() => 'done', (error: unknown) => (error instanceof Error ? error.message : String(error)));

  it('gives a secret of 256 bits to those that can keep one, each its own', async () => {
    const [one, other, native] = [await creates('a', web), await creates('b', web), await creates('c', { ...web, kind: 'native' })];
    expect(one.secret).toMatch(/^[\w-]{43}$/);
    expect(other.secret).not.toBe(one.secret);
    expect(native).not.toHaveProperty('secret');
  });

  it('adds nothing twice, nothing that is wrong, and nothing that blitz-idp brings itself', async () => {
    await creates('x', web);
    expect(await refused(creates('x', web))).toBe('application_exists');
    await expect(creates('blitz-console', { ...web, name: '', redirectUris: ['nonsense'] })).rejects.toMatchObject({
      faults: [{ field: 'clientId' }, { field: 'name' }, { field: 'redirectUris', index: 0 }],
    });
    expect(audit.types()).toEqual(['administration']);
  });

  it('keeps an application’s kind, whatever else is changed', async () => {
    await creates('x', web);
    await expect(changes({ ...web, kind: 'native' })).rejects.toBeInstanceOf(ApplicationRefused);
    await expect(changes(machine('r_audit'), root)).rejects.toMatchObject({ faults: [{ field: 'kind', rule: 'kind_fixed', expected: 'web' }] });
    expect(await changes({ ...web, name: 'New' })).toMatchObject({ version: 2, hasSecret: true, metadata: { client_name: 'New' } });
  });

  it('tells who comes too late what stands there now', async () => {
    await creates('x', web);
    await changes({ ...web, name: 'New' });
    for (const late of [changes(web), rotates(), removes()]) {
      const error: unknown = await late.catch((each: unknown) => each);
      expect(error).toBeInstanceOf(ApplicationChanged);
      expect((error as ApplicationChanged).current).toMatchObject({ version: 2, metadata: { client_name: 'New' } });
    }
    await removes(['w_app'], 2);
    for (const late of [changes(web), rotates(), removes()]) expect(await refused(late)).toBe('application_unknown');
  });

  it('has no other secret for those that have none', async () => {
    await creates('x', { ...web, kind: 'native' });
    expect(await refused(rotates())).toBe('application_without_secret');
  });

  it('writes down who did what, with before and after, and no secret', async () => {
    const { secret } = await creates('x', web);
    await changes({ ...web, redirectUris: ['https://other.example/'] });
    const rotated = await rotates(['w_app'], 2);
    await removes(['w_app'], 3);
    expect(audit.events.map(({ details }) => details)).toMatchObject([
      { resource: 'application', deed: 'created', target: 'x', actor: 'ada' },
      { deed: 'changed', change: { redirect_uris: { before: ['https://shop.example/cb'], after: ['https://other.example/'] } } },
      { deed: 'secret_rotated' },
      { deed: 'deleted', change: { name: { before: 'Shop' } } },
    ]);
    for (const each of [secret, rotated.secret]) expect(JSON.stringify(audit.events)).not.toContain(each);
  });

  describe('lets nobody become more than they are', () => {
    it('through a program that they make', async () => {
      expect(await refused(creates('a', machine('w_app'), ['w_app']))).toBe('privilege_not_held');
      expect(await refused(creates('b', machine('r_audit', 'w_system'), ['w_app', 'w_admin', 'r_audit']))).toBe('privilege_not_held');
      await expect(creates('b', machine('w_system'), ['w_app', 'w_admin'])).rejects.toMatchObject({ details: { privilege: 'w_system' } });
      expect(await refused(creates('c', machine('r_audit', 'w_app'), ['w_app', 'w_admin', 'r_audit']))).toBe('done');
    });

    it('through privileges that they add, but they may take away', async () => {
      await creates('x', machine('r_audit', 'w_system'), root);
      const held: Privilege[] = ['w_app', 'w_admin', 'r_audit'];
      expect(await refused(changes(machine('r_audit', 'w_system', 'w_user'), held))).toBe('privilege_not_held');
      expect(await refused(changes(machine('r_audit', 'w_system'), ['w_app']))).toBe('privilege_not_held');
      expect(await refused(changes(machine('r_audit'), held))).toBe('done');
      expect(await refused(changes(machine('r_audit', 'w_system'), held, 2))).toBe('privilege_not_held');
    });

    it('through another secret of a program that may more', async () => {
      await creates('x', machine('w_system'), root);
      for (const held of [['w_app'], ['w_app', 'w_admin'], ['w_app', 'w_system']] as const) expect(await refused(rotates(held))).toBe('privilege_not_held');
      expect(await refused(rotates(['w_app', 'w_admin', 'w_system']))).toBe('done');
    });

    it('nor take a program away that is an administrator’s', async () => {
      await creates('x', machine('w_system'), root);
      expect(await refused(removes(['w_app']))).toBe('privilege_not_held');
      expect(await refused(removes(['w_app', 'w_admin']))).toBe('done');
    });
  });
});
