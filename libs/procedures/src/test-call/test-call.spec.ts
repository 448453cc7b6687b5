import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Sealer } from '@blitz/kernel';
import { FakeCompiler } from '../fakes/fake-compiler.ts';
import { FakeEgress } from '../fakes/fake-egress.ts';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import { FakeTestCallLimits } from '../fakes/fake-test-call-limits.ts';
import { written } from '../fakes/written.ts';
import { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { Ran, Run } from '../sandbox.ts';
import { ExamineProcedure } from '../saving/examine-procedure.ts';
import { LiveProcedures } from '../store/live-procedures.ts';
import { sealSecret } from '../store/secrets.ts';
import type { ShownStep } from './shown-step.ts';
import { TestCall, type TestCallCommand, type TestCallEnd } from './test-call.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const number = '+79001234567';
const secret = 'very s3cret/+';
const clock = { now: () => 1_800_000_000_000 };

let store: FakeProcedureStore;
let compiler: FakeCompiler;
let sandbox: FakeSandbox;
let egress: FakeEgress;
let audit: FakeAuditTrail;
let limits: FakeTestCallLimits;
let testCall: TestCall;
let steps: ShownStep[];

beforeEach(async () => {
  [store, sandbox, egress, audit, limits] = [new FakeProcedureStore(), new FakeSandbox(), new FakeEgress(), new FakeAuditTrail(), new FakeTestCallLimits()];
  [steps, compiler] = [[], new FakeCompiler()];
  const sealer = new Sealer([randomBytes(32)]);
  const live = new LiveProcedures(store, sealer, clock, () => undefined);
  const examine = new ExamineProcedure(compiler, sandbox, store, sealer, clock);
  testCall = new TestCall({ examine, live, loop: new ProcedureLoop(sandbox, egress, clock), limits }, clock, audit);
  await store.saveSecret(sealSecret(sealer, { name: 'token', hosts: written('sms-ru').hosts }, secret));
  await store.save(written('sms-ru'), { ...stamp, expectedVersion: 0 });
  sandbox.answer = ordinary;
  egress.answer = () => ({ kind: 'response', response: { status: 200, headers: { 'x-id': '4711' }, text: `{"code":"0042","echo":"${secret}"}` } });
});

function ordinary({ result, secrets, obj }: Run): Ran {
  if (result !== null) return { kind: 'ok', value: { code: '0042' }, logs: [`code 0042 of ${secret}`] };
  const request = {
    method: 'POST',
    url: `https://api.example.org/v1/call?to=${typeof obj['phone_number'] === 'string' ? obj['phone_number'].slice(1) : ''}&key=${encodeURIComponent(secrets['token'] ?? '')}`,
    headers: [['Authorization', `Bearer ${secrets['token'] ?? ''}`]] as const,
    body: JSON.stringify(obj),
    ringsNobody: false,
    state: {},
  };
  return { kind: 'request', request, logs: [] };
}

const asks = (more: Partial<TestCallCommand> = {}): Promise<TestCallEnd> =>
  testCall.execute({ phoneNumber: number, procedure: 'sms-ru', codeLength: 4, correlation: '', watch: (step) => steps.push(step), ...stamp, ...more });

describe('a test call', () => {
  it('shows each round as it happens, and what came of it', async () => {
    expect(await asks()).toEqual({ outcome: 'placed', digits: 4, enough: true, asAsked: expect.any(Boolean) });
    expect(steps.map(({ kind, round }) => [kind, round])).toEqual([['request', 1], ['response', 1], ['log', 2]]);
    expect(steps[0]).toMatchObject({ method: 'POST', url: 'https://api.example.org/v1/call?to=•••••••••••&key=•••' });
    expect(steps[1]).toMatchObject({ status: 200, body: '{"code":"••••","echo":"•••"}' });
  });

  it('R14 shows no secret, no code and no number, and the journal holds none', async () => {
    await asks();
    const seen = JSON.stringify([steps, audit.events]);
    for (const each of [secret, encodeURIComponent(secret), '0042', '4711', '9001234567']) expect(seen).not.toContain(each);
    expect(audit.events).toMatchObject([{ type: 'test_call', sub: 'admin', address: '192.0.2.1', details: { name: 'sms-ru', reason: 'placed' } }]);
  });

  it('of a draft runs in the same sandbox after the same look as before a save', async () => {
    const draft = { name: 'Draft', source: 'x', hosts: ['api.example.org'] };
    expect(await asks({ procedure: 'new-one', draft })).toMatchObject({ outcome: 'placed' });
    expect(egress.sent).toMatchObject([{ rules: { hosts: ['api.example.org'] } }]);
    await expect(asks({ procedure: 'new-one', draft: { ...draft, hosts: 'all' } })).rejects.toMatchObject({ code: 'procedure_invalid' });
    expect((await store.set()).procedures.map(({ key }) => key)).toEqual(['sms-ru']);
  });

  it('that fails says why, with the line, and the journal knows the reason', async () => {
    const fault: Ran = { kind: 'fault', fault: 'threw', message: 'SenderID is missing', line: 7, column: 3, logs: [] };
    sandbox.answer = (run) => (run.result === null ? ordinary(run) : fault);
    expect(await asks()).toMatchObject({ outcome: 'failed', fault: 'threw', message: 'SenderID is missing', line: 7, column: 3, surelyNoCall: false });
    expect(audit.events).toMatchObject([{ details: { reason: 'failed', hint: 'sms-ru, line 7: SenderID is missing' } }]);
  });

  it('that finds nobody says so', async () => {
    egress.answer = () => ({ kind: 'fault', fault: 'host_refused', neverSent: true, message: 'evil.example is not in the list' });
    expect(await asks()).toMatchObject({ outcome: 'failed', fault: 'host_refused', surelyNoCall: true });
    expect(steps.at(-1)).toMatchObject({ kind: 'no_response', fault: 'host_refused' });
  });

  it('with fewer digits than a code needs says how many there were', async () => {
    sandbox.answer = (run) => (run.result === null ? ordinary(run) : { kind: 'ok', value: { code: '+7 42' }, logs: [] });
    expect(await asks()).toEqual({ outcome: 'placed', digits: 3, enough: false, asAsked: false });
  });

  it.each([undefined, '', '9001234567', '+7900', 'abc', 5, null, ['+79001234567'], '+7'.padEnd(5000, '9')])('to %p is none', async (phoneNumber) => {
    await expect(asks({ phoneNumber })).rejects.toMatchObject({ code: 'test_call_invalid', details: { field: 'phone_number' } });
    expect(limits.taken).toEqual([]);
  });

  it('whose secret no master key opens is not made, takes nobody’s place, and says which one it is', async () => {
    await store.saveSecret({ name: 'token', hosts: written('sms-ru').hosts, sealed: 'v1.lost.lost' });
    await expect(asks()).rejects.toMatchObject({ code: 'secret_unreadable', details: { name: 'token' } });
    expect([egress.sent, limits.taken]).toEqual([[], []]);
  });

  it('of a draft takes no secret to a host of its author’s', async () => {
    compiler.compiled = { ...compiler.compiled, secrets: [{ name: 'token', line: 3, column: 1 }] };
    const draft = { name: 'Draft', source: 'x', hosts: ['api.example.org', 'evil.example'] };
    const problems = [{ line: 3, column: 1, message: expect.stringContaining('may not be used beside evil.example') }];
    await expect(asks({ procedure: 'new-one', draft })).rejects.toMatchObject({ code: 'procedure_invalid', problems });
    expect([egress.sent, sandbox.runs]).toEqual([[], []]);
  });

  it.each(['nobody', '', '__proto__', 5, undefined])('by the procedure %p is none', async (procedure) => {
    await expect(asks({ procedure })).rejects.toMatchObject({ code: 'procedure_unknown' });
  });

  it('of drafts beyond their limit is not even compiled', async () => {
    limits.mostDrafts = 1;
    const draft = { name: 'Draft', source: 'x', hosts: ['api.example.org'] };
    expect(await asks({ procedure: 'new-one', draft })).toMatchObject({ outcome: 'placed' });
    const runs = sandbox.runs.length;
    await expect(asks({ procedure: 'new-one', draft })).rejects.toMatchObject({ code: 'test_calls_limited' });
    expect(sandbox.runs).toHaveLength(runs);
  });

  it('R14 hides secrets and digits in what a procedure says in its own words', async () => {
    const said = { kind: 'error' as const, refused: true, logs: [], code: 'c0042', details: { 'x-042': 'status 403', spelt: '7 3 5 1', key: secret } };
    sandbox.answer = (run) => (run.result === null ? ordinary(run) : said);
    expect(await asks()).toMatchObject({ code: 'c••••', details: { 'x-•••': 'status 403', spelt: '• • • •', key: '•••' } });
  });

  it('beyond its limits is not made, and says when to try again', async () => {
    limits.until = clock.now() + 60_000;
    await expect(asks()).rejects.toMatchObject({ code: 'test_calls_limited', details: { until: limits.until } });
    expect(egress.sent).toEqual([]);
    expect(limits.taken).toEqual([{ author: 'admin', phoneNumber: number }]);
  });
});
