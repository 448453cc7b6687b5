import { describe, expect, it } from '@jest/globals';
import { privileges } from '../application/privilege.ts';
import { roleNames, privilegesOf } from '../administrator/role.ts';
import { FakeAccounts } from '../fakes/fake-accounts.ts';
import { FakeAdministrators } from '../fakes/fake-administrators.ts';
import { AllowCare } from './allow-care.ts';

async function given() {
  const accounts = new FakeAccounts();
  const administrators = new FakeAdministrators(accounts);
  const [ada, root] = [await accounts.create({ login: 'ada' }), await accounts.create({ login: 'root' })];
  await administrators.save({ sub: root.sub, roles: ['root'], expectedVersion: 0, at: 1 });
  return { ada, root, accounts, administrators, allow: new AllowCare(accounts, administrators) };
}

describe('who may help whom', () => {
  it('a person is helped by whoever may change accounts', async () => {
    const { ada, allow } = await given();
    expect(await allow.execute(ada.sub, { privileges: ['w_user'] })).toEqual(ada);
  });

  it('an administrator only by somebody who appoints administrators, whichever roles either has', async () => {
    for (const role of roleNames) {
      const { ada, accounts, administrators, allow } = await given();
      const other = await accounts.create({ login: 'other' });
      await administrators.save({ sub: other.sub, roles: [role], expectedVersion: 0, at: 1 });
      const without = privileges.filter((each) => each !== 'w_admin');
      await expect(allow.execute(other.sub, { privileges: without })).rejects.toThrow('administrator_protected');
      expect((await allow.execute(other.sub, { privileges: ['w_user', 'w_admin'] })).sub).toBe(other.sub);
      expect((await allow.execute(ada.sub, { privileges: without })).sub).toBe(ada.sub);
    }
    expect(privilegesOf(['support'])).not.toContain('w_admin');
  });

  it('nobody is helped who does not exist', async () => {
    const { allow } = await given();
    for (const nobody of ['', '\0', '00000000-0000-4000-8000-000000000000']) {
      await expect(allow.execute(nobody, { privileges: ['w_user', 'w_admin'] })).rejects.toThrow('account_unknown');
    }
  });
});
