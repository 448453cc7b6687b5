import { randomBytes } from 'node:crypto';
import { RecordDeed, type Actor } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Sealer } from '@blitz/kernel';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeCompiler } from '../fakes/fake-compiler.ts';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import { FakeTestCallLimits } from '../fakes/fake-test-call-limits.ts';
import { ExamineProcedure } from '../saving/examine-procedure.ts';
import { KeepSecrets } from '../saving/keep-secrets.ts';
import { SavePlan } from '../saving/save-plan.ts';
import { SaveProcedure } from '../saving/save-procedure.ts';
import { ChangePlan } from './change-plan.ts';
import { ChangeProcedure } from './change-procedure.ts';
import { ChangeSecret } from './change-secret.ts';
import { DeleteSecret } from './delete-secret.ts';
import { ExamineDraft } from './examine-draft.ts';
import { RestoreProcedure } from './restore-procedure.ts';

const actor: Actor = { id: 'ada', kind: 'person', address: '192.0.2.1', userAgent: 'Firefox', correlationId: 'one' };
const clock = { now: () => 1_800_000_000_000 };
const text = { name: 'SMS.RU', source: 'first', hosts: ['sms.ru'] };

function desk() {
  const [store, compiler, sandbox, audit, limits] = [new FakeProcedureStore(), new FakeCompiler(), new FakeSandbox(), new FakeAuditTrail(), new FakeTestCallLimits()];
  const [sealer, record] = [new Sealer([randomBytes(32)]), new RecordDeed(audit, clock)];
  const examine = new ExamineProcedure(compiler, sandbox, store, sealer, clock);
  const secrets = new KeepSecrets(store, sealer, clock, audit);
  const change = new ChangeProcedure(new SaveProcedure(examine, store, clock, audit), store, record);
  return {
    store, compiler, sandbox, audit, limits, change,
    restore: new RestoreProcedure(store, change),
    plan: new ChangePlan(new SavePlan(store, clock, audit), store, record),
    secret: new ChangeSecret(secrets, record),
    forget: new DeleteSecret(secrets, record),
    draft: new ExamineDraft(examine, limits, clock),
  };
}

let at: ReturnType<typeof desk>;
beforeEach(() => {
  at = desk();
});
const lastDeed = (): unknown => at.audit.events.filter(({ type }) => type === 'administration').at(-1)?.details;

describe('an administrator', () => {
  it('saves a procedure, and the journal has what changed but for the source', async () => {
    expect(await at.change.execute({ actor, key: 'sms-ru', ...text, expectedVersion: 0 })).toBe(1);
    expect(lastDeed()).toMatchObject({ resource: 'procedure', deed: 'created', target: 'sms-ru', actor: 'ada' });
    await at.change.execute({ actor, key: 'sms-ru', ...text, source: 'second', hosts: ['sms.ru', 'api.sms.ru'], expectedVersion: 1 });
    expect(lastDeed()).toMatchObject({ deed: 'changed', change: { version: { before: 1, after: 2 }, hosts: { before: ['sms.ru'], after: ['sms.ru', 'api.sms.ru'] } } });
    expect(JSON.stringify(at.audit.events)).not.toContain('second');
  });

  it('brings an older version back as a new one', async () => {
    for (const [expectedVersion, source] of ['first', 'second'].entries()) await at.change.execute({ actor, key: 'sms-ru', ...text, source, expectedVersion });
    expect(await at.restore.execute({ actor, key: 'sms-ru', version: 1, expectedVersion: 2 })).toBe(3);
    expect((await at.store.set()).procedures).toMatchObject([{ version: 3, source: 'first' }]);
    expect(lastDeed()).toMatchObject({ deed: 'version_restored', target: 'sms-ru' });
  });

  it('brings nothing back that never was, nor over what somebody else saved', async () => {
    await at.change.execute({ actor, key: 'sms-ru', ...text, expectedVersion: 0 });
    for (const version of [0, 2, 1.5]) {
      await expect(at.restore.execute({ actor, key: 'sms-ru', version, expectedVersion: 1 })).rejects.toMatchObject({ code: 'procedure_version_unknown' });
    }
    await expect(at.restore.execute({ actor, key: 'sms-ru', version: 1, expectedVersion: 0 })).rejects.toMatchObject({ code: 'procedure_changed_meanwhile' });
  });

  it('brings back a version whose secret is gone only after saving the secret', async () => {
    await at.secret.execute({ actor, name: 'token', value: 's3cret', hosts: ['sms.ru'] });
    at.compiler.compiled = { ...at.compiler.compiled, secrets: [{ name: 'token', line: 7, column: 3 }] };
    await at.change.execute({ actor, key: 'sms-ru', ...text, expectedVersion: 0 });
    at.compiler.compiled = { ...at.compiler.compiled, secrets: [] };
    await at.change.execute({ actor, key: 'sms-ru', ...text, expectedVersion: 1 });
    await at.forget.execute({ actor, name: 'token' });
    at.compiler.compiled = { ...at.compiler.compiled, secrets: [{ name: 'token', line: 7, column: 3 }] };
    await expect(at.restore.execute({ actor, key: 'sms-ru', version: 1, expectedVersion: 2 })).rejects.toMatchObject({ problems: [{ line: 7 }] });
  });

  it('changes the plan, and the journal has the order and each that changed', async () => {
    for (const key of ['sms-ru', 'bird']) await at.change.execute({ actor, key, ...text, expectedVersion: 0 });
    const entry = (procedure: string, enabled = true) => ({ procedure, destinations: ['RU'], enabled });
    await at.plan.execute({ actor, plan: [entry('sms-ru'), entry('bird')], expectedVersion: 0 });
    await at.plan.execute({ actor, plan: [entry('bird', false), entry('sms-ru')], expectedVersion: 1 });
    expect(lastDeed()).toMatchObject({
      resource: 'plan', target: 'version-2',
      change: { order: { before: ['sms-ru', 'bird'], after: ['bird', 'sms-ru'] }, 'procedure bird': { before: { enabled: true }, after: { enabled: false } } },
    });
    expect(JSON.stringify(lastDeed())).not.toContain('procedure sms-ru');
  });

  it('gives a secret its value, deletes it, and nobody reads it anywhere', async () => {
    expect(await at.secret.execute({ actor, name: 'token', value: 's3cret', hosts: ['sms.ru'] })).toMatchObject({ name: 'token', hosts: ['sms.ru'], author: 'ada' });
    await at.secret.execute({ actor, name: 'token', value: 's3cret', hosts: ['sms.ru', 'api.sms.ru'] });
    expect(lastDeed()).toMatchObject({ resource: 'procedure_secret', deed: 'changed', change: { hosts: { before: ['sms.ru'], after: ['sms.ru', 'api.sms.ru'] } } });
    await at.forget.execute({ actor, name: 'token' });
    expect(lastDeed()).toMatchObject({ deed: 'deleted', target: 'token' });
    expect(JSON.stringify(at.audit.events)).not.toContain('s3cret');
  });
});

describe('a draft', () => {
  const draft = { key: 'my-own', ...text, author: 'ada' };

  it('is told what is wrong with it, and what it can do when nothing is', async () => {
    at.compiler.problems = [{ line: 3, column: 9, message: 'wrong' }];
    expect(await at.draft.execute(draft)).toEqual({ problems: at.compiler.problems, entryPoints: [] });
    at.compiler.problems = [];
    expect(await at.draft.execute({ ...draft, key: '' })).toEqual({ problems: [], entryPoints: ['run'] });
    expect([(await at.store.set()).procedures, at.audit.events]).toEqual([[], []]);
  });

  it('never knows a secret, and is told of one that no key opens', async () => {
    await at.secret.execute({ actor, name: 'token', value: 's3cret', hosts: ['sms.ru'] });
    at.compiler.compiled = { ...at.compiler.compiled, secrets: [{ name: 'token', line: 7, column: 3 }] };
    expect((await at.draft.execute(draft)).problems).toEqual([]);
    expect(JSON.stringify(at.sandbox.runs)).not.toContain('s3cret');
    await at.store.saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'v1.lost.lost' });
    expect((await at.draft.execute(draft)).problems).toEqual([{ line: 1, column: 1, message: expect.stringContaining('no master key opens') }]);
  });

  it('is looked at so often and no more, and a store that is away is no fault of it', async () => {
    at.limits.mostGlances = 1;
    await at.draft.execute(draft);
    await expect(at.draft.execute(draft)).rejects.toMatchObject({ code: 'test_calls_limited', details: { until: 1_900_000_000_000 } });
    at.limits.mostGlances = 9;
    at.store.broken = new Error('PostgreSQL is away');
    await expect(at.draft.execute(draft)).rejects.toThrow('PostgreSQL is away');
  });
});
