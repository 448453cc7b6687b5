import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { AuditEvents, type AuditQuery, type JournalEntry } from '@blitz/audit';
import { Sealer } from '@blitz/kernel';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { written } from '../fakes/written.ts';
import { sealSecret } from '../store/secrets.ts';
import { PlanReadiness } from './plan-readiness.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const sealer = new Sealer([randomBytes(32)]);
const { hosts } = written('a');
const entry = (procedure: string, enabled = true) => ({ procedure, destinations: [], enabled });

class TestCalls extends AuditEvents {
  /** The newest first. */
  tests: readonly (readonly [name: string, reason: string, at: number])[] = [];

  page({ types = [] }: AuditQuery): Promise<readonly JournalEntry[]> {
    const events = this.tests.map(([name, reason, at], index): JournalEntry => ({ id: this.tests.length - index, event: { type: 'test_call', at, details: { name, reason } } }));
    return Promise.resolve(types.includes('test_call') ? events : []);
  }

  entry(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

let store: FakeProcedureStore;
let events: TestCalls;
const lacks = (): ReturnType<PlanReadiness['lacks']> => new PlanReadiness(store, sealer, events).lacks();

beforeEach(async () => {
  [store, events] = [new FakeProcedureStore(), new TestCalls()];
  await store.save(written('a'), { ...stamp, expectedVersion: 0 });
  await store.saveSecret(sealSecret(sealer, { name: 'token', hosts }, 'hunter2'));
});

describe('a plan', () => {
  it('is ready with one procedure that has its secrets', async () => {
    await store.savePlan([entry('a')], { ...stamp, expectedVersion: 0 });
    expect(await lacks()).toEqual([]);
  });

  it('lacks a procedure as long as none was planned, or none is switched on', async () => {
    expect(await lacks()).toEqual([{ what: 'no_procedure' }]);
    await store.savePlan([entry('a', false)], { ...stamp, expectedVersion: 0 });
    expect(await lacks()).toEqual([{ what: 'no_procedure' }]);
  });

  it('lacks the secrets of its procedures: those that are gone, and those that no key opens', async () => {
    await store.savePlan([entry('a')], { ...stamp, expectedVersion: 0 });
    await store.saveSecret(sealSecret(new Sealer([randomBytes(32)]), { name: 'token', hosts }, 'hunter2'));
    expect(await lacks()).toEqual([{ what: 'secret_unreadable', about: 'a' }]);
    await store.deleteSecret('token');
    expect(await lacks()).toEqual([{ what: 'secret_missing', about: 'a' }]);
  });

  it('is ready when one of several would do', async () => {
    await store.save({ ...written('b'), secrets: ['other'] }, { ...stamp, expectedVersion: 0 });
    await store.savePlan([entry('b'), entry('a')], { ...stamp, expectedVersion: 0 });
    expect(await lacks()).toEqual([]);
  });

  it('lacks a procedure whose last test call failed, until another one works or it is saved anew', async () => {
    await store.savePlan([entry('a')], { ...stamp, expectedVersion: 0 });
    events.tests = [['a', 'failed', 2], ['a', 'placed', 1]];
    expect(await lacks()).toEqual([{ what: 'procedure_failed_last_test', about: 'a' }]);
    events.tests = [['a', 'placed', 3], ...events.tests];
    expect(await lacks()).toEqual([]);
    events.tests = [['a', 'failed', -1]];
    expect(await lacks()).toEqual([]);
    events.tests = [['b', 'failed', 4]];
    expect(await lacks()).toEqual([]);
  });
});
