import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeCallLedger } from '@blitz/factors/fakes';
import { Sealer } from '@blitz/kernel';
import { altered } from '../fakes/altered.ts';
import { FakeEgress } from '../fakes/fake-egress.ts';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import { written } from '../fakes/written.ts';
import { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { JsonObject } from '../json.ts';
import { LiveProcedures } from '../store/live-procedures.ts';
import { CallbackTokens } from './callback-tokens.ts';
import { ReadStatus } from './read-status.ts';

const base = 'https://id.example.org/blitz/callbacks/calls';
const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const of = { challengeId: 'ada.x7', procedure: 'bird', version: 1 };
const callback = { headers: { 'x-kind': 'status' }, text: '{"status":"ringing"}' };
const sealer = new Sealer([randomBytes(32)]);
const tokens = new CallbackTokens(sealer, base);
const tokenOf = (which = of): string => tokens.address(which).slice(base.length + 1);

let awaited = true;
let sandbox: FakeSandbox;
let egress: FakeEgress;
let status: ReadStatus;
let ledger: FakeCallLedger;
beforeEach(async () => {
  const store = new FakeProcedureStore();
  [sandbox, egress, ledger] = [new FakeSandbox(), new FakeEgress(), new FakeCallLedger()];
  const clock = { now: () => 1_000 };
  const live = new LiveProcedures(store, sealer, clock, () => undefined);
  status = new ReadStatus(tokens, live, new ProcedureLoop(sandbox, egress, clock), clock, { ledger, isAwaited: () => Promise.resolve(awaited) });
  awaited = true;
  await store.save({ ...written('bird'), entryPoints: ['run', 'status'], secrets: [] }, { ...stamp, expectedVersion: 0 });
  await store.save({ ...written('mute'), secrets: [] }, { ...stamp, expectedVersion: 0 });
});
const says = (value: JsonObject): void => {
  sandbox.answer = () => ({ kind: 'ok', value, logs: [] });
};

describe('what a provider tells of a call', () => {
  it('is read by the procedure that made it', async () => {
    says({ state: 'ringing' });
    expect(await status.execute(tokenOf(), callback)).toEqual({ kind: 'told', challengeId: 'ada.x7', ring: 'ringing' });
    expect(sandbox.runs).toMatchObject([{ entryPoint: 'status', obj: { request_id: 'x7' }, result: { headers: { 'x-kind': 'status' }, text: callback.text } }]);
  });

  it.each<[JsonObject]>([[{}], [{ state: 'on_the_moon' }], [{ state: 5 }], [{ code: '1234' }]])('is nothing when the procedure answers %j', async (value) => {
    says(value);
    expect(await status.execute(tokenOf(), callback)).toEqual({ kind: 'nothing' });
    expect(ledger.faults).toEqual([]);
  });

  it('is nothing when the procedure is gone or mute', async () => {
    says({ state: 'ringing' });
    expect(await status.execute(tokenOf({ ...of, procedure: 'gone' }), callback)).toEqual({ kind: 'nothing' });
    expect(await status.execute(tokenOf({ ...of, procedure: 'mute' }), callback)).toEqual({ kind: 'nothing' });
  });

  it('that the procedure can not read is kept among its last faults, with the reason', async () => {
    const threw = { kind: 'fault', fault: 'threw', message: 'TypeError: phone of +79001234567: a text was expected', line: 31, column: 5, logs: [] } as const;
    sandbox.answer = () => threw;
    const hint = 'bird, line 31: TypeError: phone of : a text was expected';
    expect(await status.execute(tokenOf(), callback)).toEqual({ kind: 'failed', hint });
    expect(ledger.faults).toEqual([{ procedure: 'bird', because: 'status_unread', hint }]);
    expect(ledger.lines).toEqual([]);
  });

  it('never makes a procedure ask back', async () => {
    const request = { method: 'GET', url: 'https://api.example.org/', headers: [], ringsNobody: true, state: {} };
    sandbox.answer = () => ({ kind: 'request', request, logs: [] });
    expect(await status.execute(tokenOf(), callback)).toMatchObject({ kind: 'failed', hint: expect.stringContaining('no_requests_here') });
    expect(egress.sent).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['nothing', ''],
    ['a challenge', 'ada.x7'],
    ['of another server', new CallbackTokens(new Sealer([randomBytes(32)]), base).address(of).slice(base.length + 1)],
    ['sealed for something else', sealer.seal(JSON.stringify(['ada.x7', 'bird', 1]), 'memo of a call')],
    ['cut', tokenOf().slice(0, -4)],
    ['altered', altered(tokenOf())],
    ['huge', tokenOf() + 'A'.repeat(2_000)],
    ['a list', [tokenOf()]],
  ])('is not read from whoever has an address that is %s', async (_what, token) => {
    says({ state: 'ringing' });
    expect(await status.execute(token, callback)).toEqual({ kind: 'foreign' });
    expect(sandbox.runs).toEqual([]);
  });

  it('is not even looked at when nobody waits for that call any more', async () => {
    says({ state: 'ringing' });
    awaited = false;
    expect(await status.execute(tokenOf(), callback)).toEqual({ kind: 'nothing' });
    expect(sandbox.runs).toEqual([]);
  });

  it('is to be told again when we could not have it read', async () => {
    sandbox.answer = () => ({ kind: 'fault', fault: 'sandbox_broke', message: 'Too many procedures wait to be run.', logs: [] });
    expect(await status.execute(tokenOf(), callback)).toEqual({ kind: 'busy' });
    expect(ledger.lines).toEqual([]);
  });

  it('comes to an address that names neither account nor challenge', () => {
    expect(tokens.address(of)).toMatch(/^https:\/\/id\.example\.org\/blitz\/callbacks\/calls\/v1\.[\w-]+\.[\w-]+$/);
    expect(tokens.address(of)).not.toContain('ada');
  });
});
