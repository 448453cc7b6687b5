import { beforeEach, describe, expect, it } from '@jest/globals';
import type { EgressAnswer } from '../egress.ts';
import { FakeEgress } from '../fakes/fake-egress.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import { written } from '../fakes/written.ts';
import type { Ran, WantedRequest } from '../sandbox.ts';
import { programOf } from '../store/procedure.ts';
import { mostRounds, ProcedureLoop, type Asked, type Step } from './procedure-loop.ts';
import type { Finished } from './finished.ts';

const procedure = { ...written('sms-ru'), version: 3 };
const runnable = { procedure, program: programOf(procedure), secrets: { token: 's3cret' } };
const request = (more: Partial<WantedRequest> = {}): Ran => ({
  kind: 'request',
  logs: [],
  request: { method: 'POST', url: 'https://api.example.org/', headers: [], ringsNobody: false, state: {}, ...more },
});
const ok = (code = '1234'): Ran => ({ kind: 'ok', value: { code }, logs: [] });
const error = (refused = false): Ran => ({ kind: 'error', code: 'no_luck', details: { a: 'b' }, refused, logs: [] });
const threw: Ran = { kind: 'fault', fault: 'threw', message: 'SenderID is missing', line: 7, column: 3, logs: [] };
const answered = (status: number, text = '{}'): EgressAnswer => ({ kind: 'response', response: { status, headers: {}, text } });
const fault = (neverSent: boolean): EgressAnswer => ({ kind: 'fault', fault: neverSent ? 'unreachable' : 'timeout', neverSent, message: 'api.example.org' });

let sandbox: FakeSandbox;
let egress: FakeEgress;
let now = 0;
beforeEach(() => {
  [sandbox, egress, now] = [new FakeSandbox(), new FakeEgress(), 1_000];
});

function runs(rans: readonly Ran[], answers: readonly EgressAnswer[], more: Partial<Asked> = {}): Promise<Finished> {
  sandbox.answer = () => rans[Math.min(sandbox.runs.length, rans.length) - 1] ?? ok();
  egress.answer = () => answers[Math.min(egress.sent.length, answers.length) - 1] ?? answered(200);
  const loop = new ProcedureLoop(sandbox, egress, { now: () => now });
  return loop.execute({ runnable, entryPoint: 'run', obj: { a: 1 }, deadline: 61_000, correlation: 'c', ...more });
}

describe('the loop of a procedure', () => {
  it('runs, sends, and runs again with the answer and the state, until Ok', async () => {
    const finished = await runs([request({ state: { step: 1 } }), ok()], [answered(200, '{"x":1}')]);
    expect(finished).toEqual({ kind: 'ok', value: { code: '1234' }, surelyNoCall: false, status: 200 });
    expect(sandbox.runs.map(({ result }) => result)).toEqual([null, { status: 200, headers: {}, text: '{"x":1}', state: { step: 1 } }]);
    expect(sandbox.runs[0]).toMatchObject({ obj: { a: 1 }, secrets: { token: 's3cret' }, now: 1_000, entryPoint: 'run' });
    expect(egress.sent).toMatchObject([{ rules: { hosts: procedure.hosts }, timeoutMs: 60_000, correlation: 'c' }]);
  });

  it(`makes ${mostRounds} requests and no more`, async () => {
    expect(await runs([...Array<Ran>(mostRounds).fill(request()), ok()], [])).toMatchObject({ kind: 'ok' });
    sandbox.runs.length = egress.sent.length = 0;
    expect(await runs([request()], [])).toMatchObject({ kind: 'failed', fault: 'too_many_rounds', surelyNoCall: false });
    expect(egress.sent).toHaveLength(mostRounds);
  });

  it('sends nothing once the time is over, and gives each request only what is left', async () => {
    now = 60_999;
    await runs([request(), ok()], []);
    expect(egress.sent).toMatchObject([{ timeoutMs: 1 }]);
    now = 61_000;
    expect(await runs([request()], [])).toMatchObject({ kind: 'failed', fault: 'out_of_time', surelyNoCall: true });
    expect(egress.sent).toHaveLength(1);
  });

  it('makes no request for an entry point that only reads', async () => {
    const finished = await runs([request()], [], { mayRequest: false, entryPoint: 'status' });
    expect(finished).toMatchObject({ kind: 'failed', fault: 'no_requests_here' });
    expect(egress.sent).toEqual([]);
  });

  it('tells whoever watches of every step as it happens', async () => {
    const steps: Step['kind'][] = [];
    await runs([request(), ok()], [], { watch: ({ kind }) => steps.push(kind) });
    expect(steps).toEqual(['ran', 'sending', 'answered', 'ran']);
  });

  it('keeps line and column of a fault', async () => {
    expect(await runs([threw], [])).toMatchObject({ fault: 'threw', line: 7, column: 3, message: 'SenderID is missing' });
  });
});

describe('R13 an Ok', () => {
  it.each<[string, boolean, Ran[], EgressAnswer[]]>([
    ['without any request', true, [ok()], []],
    ['after a login that rings nobody', true, [request({ ringsNobody: true }), ok()], [answered(200)]],
    ['after a refusal', true, [request(), ok()], [answered(403)]],
    ['after a request that was answered', false, [request(), ok()], [answered(200)]],
  ])('%s: surely no call %s, should it be unfit', async (_what, surelyNoCall, rans, answers) => {
    expect(await runs(rans, answers)).toMatchObject({ kind: 'ok', surelyNoCall });
  });
});

describe('R13 a failure', () => {
  it.each<[string, boolean, Ran[], EgressAnswer[]]>([
    ['before anything was sent', true, [threw], []],
    ['a request that never left', true, [request()], [fault(true)]],
    ['a request without an answer', false, [request()], [fault(false)]],
    ['an answer with 400', true, [request(), error()], [answered(400)]],
    ['an answer with 302', true, [request(), error()], [answered(302)]],
    ['an answer with 499', true, [request(), error()], [answered(499)]],
    ['an answer with 408: whose time was up?', false, [request(), error()], [answered(408)]],
    ['an answer with 409: the same request is being served', false, [request(), error()], [answered(409)]],
    ['an answer with 500', false, [request(), error()], [answered(500)]],
    ['an answer with 200 that says failure', false, [request(), error()], [answered(200)]],
    ['an answer with 200 that says: refused', true, [request(), error(true)], [answered(200)]],
    ['an answer with 200 that can not be read', false, [request(), threw], [answered(200)]],
    ['a login that rings nobody, then a refusal', true, [request({ ringsNobody: true }), request(), error()], [answered(200), answered(403)]],
    ['a login that rings nobody and is not answered', true, [request({ ringsNobody: true })], [fault(false)]],
    ['a call, then a refusal of something else', false, [request(), request(), error()], [answered(200), answered(404)]],
    ['a call, then a request that never left', false, [request(), request()], [answered(200), fault(true)]],
  ])('%s: surely no call %s', async (_what, surelyNoCall, rans, answers) => {
    expect(await runs(rans, answers)).toMatchObject({ kind: 'failed', surelyNoCall });
  });
});
