import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Sealer } from '@blitz/kernel';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { written } from '../fakes/written.ts';
import { LiveProcedures } from './live-procedures.ts';
import { sealSecret } from './secrets.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const sealer = new Sealer([randomBytes(32)]);
const { hosts } = written('a');
let store: FakeProcedureStore;
let live: LiveProcedures;
let warnings: unknown[];
let now: number;

beforeEach(() => {
  [store, warnings, now] = [new FakeProcedureStore(), [], 1_000];
  live = new LiveProcedures(store, sealer, { now: () => now }, (cause) => warnings.push(cause));
});

const saves = (source: string, expectedVersion: number): Promise<number> => store.save(written('a', source), { ...stamp, expectedVersion });
const sources = async (): Promise<string[]> => (await live.current()).procedures.map(({ source }) => source);

describe('the procedures in force', () => {
  it('are those of at most a second ago', async () => {
    await saves('one', 0);
    expect(await sources()).toEqual(['one']);
    await saves('two', 1);
    now += 999;
    expect(await sources()).toEqual(['one']);
    now += 1;
    expect(await sources()).toEqual(['two']);
  });

  it('are asked for once, however many calls begin at once, and read whole only when something was saved', async () => {
    await saves('one', 0);
    await Promise.all(Array.from({ length: 50 }, sources));
    now += 1_000;
    await Promise.all(Array.from({ length: 50 }, sources));
    expect(store.asked).toEqual({ sets: 1, marks: 1 });
  });

  it('stay as they were while the store is away, and are not asked for with every call', async () => {
    await saves('one', 0);
    await sources();
    store.broken = new Error('away');
    now += 1_000;
    expect([await sources(), await sources()]).toEqual([['one'], ['one']]);
    expect(warnings).toEqual([store.broken]);
  });

  it('R19 are none when they could never be read: nobody guesses', async () => {
    store.broken = new Error('away');
    await expect(live.current()).rejects.toThrow('away');
  });

  it('have the secrets that they name, and no others', async () => {
    await saves('one', 0);
    await store.saveSecret(sealSecret(sealer, { name: 'token', hosts }, 'for us'));
    await store.saveSecret(sealSecret(sealer, { name: 'other', hosts }, 'for others'));
    expect((await live.find('a'))?.secrets).toEqual({ token: 'for us' });
  });

  it('include the version that a call was made by, when it is no longer the latest', async () => {
    await saves('one', 0);
    await saves('two', 1);
    expect((await live.find('a', 1))?.procedure.source).toBe('one');
    expect((await live.find('a'))?.program.id).toBe('a@2');
    expect(await live.find('a', 3)).toBeUndefined();
    expect(await live.find('b')).toBeUndefined();
  });

  it('do not run with a secret that no master key opens', async () => {
    await saves('one', 0);
    await store.saveSecret(sealSecret(new Sealer([randomBytes(32)]), { name: 'token', hosts }, 'x'));
    await expect(live.find('a')).rejects.toMatchObject({ code: 'secret_unreadable', details: { name: 'token' } });
  });

  it('do not run with a secret that is not kept for each of their hosts, nor with one whose hosts were changed in the store', async () => {
    await saves('one', 0);
    const kept = sealSecret(sealer, { name: 'token', hosts: hosts.slice(1) }, 'for the exchange');
    await store.saveSecret(kept);
    const details = { name: 'token', reason: expect.stringContaining('beside api.example.org') };
    await expect(live.find('a')).rejects.toMatchObject({ code: 'secret_unreadable', details });
    now += 1_000;
    await store.saveSecret({ ...kept, hosts });
    await expect(live.find('a')).rejects.toMatchObject({ code: 'secret_unreadable', details: { reason: expect.stringContaining('no master key') } });
    now += 1_000;
    await store.saveSecret(sealSecret(sealer, { name: 'token', hosts: [...hosts, 'more.example'] }, 'for us'));
    expect((await live.find('a'))?.secrets).toEqual({ token: 'for us' });
  });
});
