import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CallOrder, CallOutcome, PlacedCall } from '@blitz/factors';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { FakeCallLedger } from '@blitz/factors/fakes';
import { Sealer } from '@blitz/kernel';
import type { EgressAnswer } from '../egress.ts';
import { FakeBreakers } from '../fakes/fake-breakers.ts';
import { altered } from '../fakes/altered.ts';
import { FakeEgress } from '../fakes/fake-egress.ts';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import { written } from '../fakes/written.ts';
import { ProcedureLoop } from '../loop/procedure-loop.ts';
import type { JsonObject } from '../json.ts';
import type { EntryPoint } from '../program.ts';
import type { Ran, Run } from '../sandbox.ts';
import { LiveProcedures } from '../store/live-procedures.ts';
import { sealSecret } from '../store/secrets.ts';
import type { PlanEntry } from '../store/plan.ts';
import { AskAgain } from './ask-again.ts';
import { ProviderHealth } from './breakers/provider-health.ts';
import { CallbackTokens } from './callback-tokens.ts';
import { ProcedureCalls, wholeCallMs } from './procedure-calls.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const order: CallOrder = {
  phoneNumber: '+79001234567',
  codeLength: 4,
  requestId: 'ada.x7-request',
  correlation: 'c',
  address: '203.0.113.9',
  locale: 'ru',
};
const answered = (status: number): EgressAnswer => ({ kind: 'response', response: { status, headers: {}, text: '' } });
const entry = (procedure: string, more: Partial<PlanEntry> = {}): PlanEntry => ({ procedure, destinations: [], enabled: true, ...more });

/** A company whose procedures ask once at their own host and then say Ok for 200, an error otherwise. */
class Company {
  now = 1_000;
  readonly store = new FakeProcedureStore();
  readonly sandbox = new FakeSandbox();
  readonly egress = new FakeEgress();
  readonly breakers = new FakeBreakers();
  readonly ledger = new FakeCallLedger();
  readonly audit = new FakeAuditTrail();
  readonly sealer = new Sealer([randomBytes(32)]);
  readonly callbacks = new CallbackTokens(this.sealer, 'https://id.example.org/blitz/callbacks');
  ok: JsonObject = { code: '+79580001234' };
  /** Says Ok without asking anybody. */
  hasty = false;
  calls!: ProcedureCalls;

  constructor() {
    const clock = { now: (): number => this.now };
    const loop = new ProcedureLoop(this.sandbox, this.egress, clock);
    const live = new LiveProcedures(this.store, this.sealer, clock, () => undefined);
    const routeOf = (procedure: string, number: string) => ({ procedure, destination: number.slice(0, -7), prefixTag: 'tag' });
    const { breakers, ledger, callbacks, audit, sealer } = this;
    const [again, health] = [new AskAgain(live, loop, sealer, clock), new ProviderHealth(breakers, audit, clock)];
    this.calls = new ProcedureCalls(live, { loop, again, health, ledger, callbacks, routeOf }, sealer, clock);
    this.sandbox.answer = (run) => this.#run(run);
  }

  async saves(key: string, entryPoints: readonly EntryPoint[] = ['run'], expectedVersion = 0): Promise<void> {
    await this.store.save({ ...written(key), hosts: [`${key}.example.org`], secrets: [], entryPoints }, { ...stamp, expectedVersion });
  }

  async plans(...plan: readonly PlanEntry[]): Promise<void> {
    await this.store.savePlan(plan, { ...stamp, expectedVersion: (await this.store.set()).planVersion });
    this.now += 1_000;
  }

  /** Whom a call asked, in order. */
  asked(): string[] {
    return this.egress.sent.map(({ rules }) => (rules.hosts[0] ?? '').replace('.example.org', ''));
  }

  #run({ result, program }: Run): Ran {
    if (result === null && !this.hasty) {
      const url = `https://${program.id.replace(/@.*/, '')}.example.org/`;
      return { kind: 'request', logs: [], request: { method: 'POST', url, headers: [], ringsNobody: false, state: {} } };
    }
    if (result === null || result.status === 200) return { kind: 'ok', value: this.ok, logs: [] };
    return { kind: 'error', code: 'wrong_http_status', details: {}, refused: false, logs: [] };
  }
}

let company: Company;
beforeEach(() => {
  company = new Company();
});

async function placed(): Promise<PlacedCall> {
  const outcome = await company.calls.call(order);
  if (outcome.kind !== 'placed') throw new Error(`not placed: ${outcome.hint}`);
  return outcome.call;
}

describe('a call', () => {
  beforeEach(async () => {
    await company.saves('one');
    await company.plans(entry('one'));
    company.egress.answer = () => answered(200);
  });

  it('is made by the procedure, which is told everything about it and nothing about the account', async () => {
    const outcome = await company.calls.call(order);
    expect(outcome).toMatchObject({ kind: 'placed', proof: { kind: 'caller_number', callerNumber: '+79580001234' }, call: { procedure: 'one' } });
    const obj: JsonObject = company.sandbox.runs[0]?.obj ?? {};
    expect(obj).toMatchObject({ phone_number: '+79001234567', code_length: 4, request_id: 'x7-request', locale: 'ru', ip: '203.0.113.9', callback_url: '' });
    expect(obj['code']).toMatch(/^\d{4}$/);
    expect(obj['random']).toEqual(expect.any(Number));
    expect(JSON.stringify(obj)).not.toContain('ada');
  });

  it('draws another code for each call', async () => {
    for (let call = 0; call < 20; call += 1) await company.calls.call(order);
    expect(new Set(company.sandbox.runs.map(({ obj }) => obj['code'])).size).toBeGreaterThan(5);
  });

  it('is counted by procedure and destination', async () => {
    await company.calls.call(order);
    company.egress.answer = () => answered(500);
    await company.calls.call(order);
    expect(company.ledger.lines.map(({ what }) => what)).toEqual(['offered', 'placed', 'offered', 'failed']);
    expect(company.ledger.lines[0]?.route).toEqual({ procedure: 'one', destination: '+7900', prefixTag: 'tag' });
  });

  it.each<[string, JsonObject, string]>([
    ['neither code nor check', {}, 'code in Ok is no text'],
    ['a code that is a number', { code: 1234 }, 'code in Ok is no text'],
    ['code and check', { code: '1234', check: {} }, 'Ok holds both code and check'],
    ['check without a method to ask', { check: {} }, 'Ok holds check, but there is no method check'],
    ['a call that is no object', { code: '1234', call: 'x' }, 'call in Ok is no object'],
    ['a code without end', { code: '1'.repeat(65) }, 'code in Ok is no text'],
  ])('R13 counts as made when Ok holds %s', async (_what, ok, hint) => {
    company.ok = ok;
    const failed = { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: `one, status 200: ${hint}`, passedOver: [] };
    expect(await company.calls.call(order)).toEqual(failed);
    expect(company.breakers.failures).toEqual(['one']);
  });

  it('R13 is paid back when Ok is unfit before anybody was asked, and the next provider is', async () => {
    [company.ok, company.hasty] = [{}, true];
    const hint = 'one: code in Ok is no text';
    expect(await company.calls.call(order)).toEqual({ kind: 'failed', because: 'provider_unavailable', surelyNoCall: true, hint, passedOver: [] });
    await company.saves('two');
    await company.plans(entry('one'), entry('two'));
    company.sandbox.answer = (run) => (run.program.id.startsWith('one') ? { kind: 'ok', value: {}, logs: [] } : { kind: 'ok', value: { code: '0042' }, logs: [] });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', passedOver: [{ procedure: 'one', because: 'provider_unavailable', hint }] });
  });
});

describe('several providers', () => {
  const answers = (by: Record<string, EgressAnswer>): void => {
    company.egress.answer = ({ rules }) => by[(rules.hosts[0] ?? '').replace('.example.org', '')] ?? answered(200);
  };
  beforeEach(async () => {
    for (const key of ['one', 'two', 'three']) await company.saves(key);
    await company.plans(entry('one'), entry('two'), entry('three'));
  });

  it.each<[string, EgressAnswer]>([
    ['refuses', answered(403)],
    ['is not there', { kind: 'fault', fault: 'unreachable', neverSent: true, message: '' }],
  ])('R3 the next is asked in the same press when the first %s', async (_what, answer) => {
    answers({ one: answer });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', call: { procedure: 'two' } });
    expect(company.asked()).toEqual(['one', 'two']);
  });

  it.each<[string, EgressAnswer]>([
    ['broke down', answered(500)],
    ['said nothing', { kind: 'fault', fault: 'timeout', neverSent: false, message: '' }],
  ])('R3 nobody else is asked when the first %s: the phone may be ringing', async (_what, answer) => {
    answers({ one: answer });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', surelyNoCall: false });
    expect(company.asked()).toEqual(['one']);
  });

  it('R13 a call that nobody made is paid back, with the reason of the last', async () => {
    answers({ one: answered(403), two: answered(404), three: answered(402) });
    const outcome = await company.calls.call(order);
    expect(outcome).toMatchObject({ kind: 'failed', because: 'provider_refused', surelyNoCall: true, hint: 'three, status 402: wrong_http_status' });
  });

  it('each that was passed over is told with its reason, and the last one is the outcome', async () => {
    answers({ one: answered(401), two: { kind: 'fault', fault: 'unreachable', neverSent: true, message: 'two.example.org is not there' } });
    const passedOver = [
      { procedure: 'one', because: 'provider_refused', hint: 'one, status 401: wrong_http_status' },
      { procedure: 'two', because: 'provider_unavailable', hint: 'two: two.example.org is not there' },
    ];
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', call: { procedure: 'three' }, passedOver });
    answers({ one: answered(401), two: answered(404), three: answered(500) });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', hint: 'three, status 500: wrong_http_status', passedOver: [{ procedure: 'one' }, { procedure: 'two' }] });
    answers({ one: answered(401), two: answered(404), three: answered(403) });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', hint: 'three, status 403: wrong_http_status', passedOver: [{ procedure: 'one' }, { procedure: 'two' }] });
  });

  it.each<[string, PlanEntry[], string[]]>([
    ['of its country', [entry('one', { destinations: ['KZ'] }), entry('two', { destinations: ['RU'] })], ['two']],
    ['of its prefix', [entry('one', { destinations: ['+7901', '+44'] }), entry('two', { destinations: ['+7900'] })], ['two']],
    ['switched on', [entry('one', { enabled: false }), entry('three')], ['three']],
    ['of every destination', [entry('one', { destinations: ['US'] }), entry('two')], ['two']],
  ])('the first %s is asked', async (_what, plan, asked) => {
    answers({});
    await company.plans(...plan);
    await company.calls.call(order);
    expect(company.asked()).toEqual(asked);
  });

  it('nobody is asked, and nothing paid, where no provider serves', async () => {
    await company.plans(entry('one', { destinations: ['US'] }));
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', surelyNoCall: true, hint: 'no provider serves this number' });
    await company.plans();
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', surelyNoCall: true });
    expect(company.egress.sent).toEqual([]);
  });

  it('one that rests is passed over; when all do, nothing is paid', async () => {
    answers({});
    company.breakers.left.add('one');
    expect(await company.calls.call(order)).toMatchObject({ call: { procedure: 'two' }, passedOver: [] });
    for (const each of ['two', 'three']) company.breakers.left.add(each);
    const hint = 'one, two, three: the provider fails and is left alone for a while';
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', because: 'provider_unavailable', surelyNoCall: true, hint });
    company.breakers.left.delete('one');
    answers({ one: answered(403) });
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', hint: 'one, status 403: wrong_http_status', passedOver: [] });
    company.breakers.broken = true;
    answers({});
    expect(await company.calls.call(order)).toMatchObject({ call: { procedure: 'one' } });
  });

  it.each<[string, EgressAnswer, number]>([
    ['breaks down', answered(503), 1],
    ['has enough of us', answered(429), 1],
    ['does not know us', answered(401), 1],
    ['is not there', { kind: 'fault', fault: 'unreachable', neverSent: true, message: '' }, 1],
    ['does not like this one number', answered(400), 0],
    ['does not know this one number', answered(404), 0],
  ])('one that %s is noted %s as failing', async (_what, answer, times) => {
    answers({ one: answer });
    await company.calls.call(order);
    expect(company.breakers.failures.filter((each) => each === 'one')).toHaveLength(times);
  });

  it('one that begins to rest, and one that works again, are told to the journal by name', async () => {
    answers({ one: answered(503) });
    await company.calls.call(order);
    expect(company.audit.events).toEqual([]);
    company.breakers.restsUntil = 1_800_000_000_000;
    await company.calls.call(order);
    company.breakers.onTrial.add('one');
    answers({});
    await company.calls.call(order);
    await company.calls.call(order);
    expect(company.audit.events).toMatchObject([
      { type: 'provider_rests', correlationId: 'c', details: { name: 'one', until: 1_800_000_000_000 } },
      { type: 'provider_works', correlationId: 'c', details: { name: 'one' } },
    ]);
  });

  it('a trial that meets a refused number is given to the next call; a call that is no trial has none to give', async () => {
    answers({ one: answered(400) });
    await company.calls.call(order);
    expect(company.breakers.undecidedTrials).toEqual([]);
    company.breakers.onTrial.add('one');
    await company.calls.call(order);
    expect([company.breakers.undecidedTrials, company.breakers.failures, company.breakers.successes]).toEqual([['one'], [], ['two', 'two']]);
    answers({ one: answered(401) });
    await company.calls.call(order);
    expect([company.breakers.undecidedTrials, company.breakers.failures]).toEqual([['one'], ['one']]);
  });

  it('have one minute together', async () => {
    company.egress.answer = ({ timeoutMs }) => {
      company.now += timeoutMs;
      return { kind: 'fault', fault: 'timeout', neverSent: true, message: '' };
    };
    const began = company.now;
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', surelyNoCall: true });
    expect(company.now - began).toBe(wholeCallMs);
    expect(company.asked()).toEqual(['one']);
    // The others never had their turn.
    expect(company.breakers.failures).toEqual(['one']);
  });

  it('R19 a secret that no key opens stops its own procedure and no other, wherever they stand', async () => {
    await company.store.saveSecret({ name: 'token', hosts: ['api.example.org'], sealed: 'v1.lost.lost' });
    await company.store.save({ ...written('locked'), secrets: ['token'], entryPoints: ['run'] }, { ...stamp, expectedVersion: 0 });
    company.egress.answer = () => answered(200);
    await company.plans(entry('locked'), entry('one'));
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', call: { procedure: 'one' } });
    await company.plans(entry('one'), entry('locked'));
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', call: { procedure: 'one' } });
    await company.plans(entry('locked'));
    const hint = 'locked: a secret can not be opened, or not be used here';
    expect(await company.calls.call(order)).toMatchObject({ kind: 'failed', because: 'provider_unavailable', surelyNoCall: true, hint });
    expect(company.ledger.lines.at(-1)).toMatchObject({ what: 'failed', route: { procedure: 'locked' }, because: 'provider_unavailable' });
  });

  it('R19 so does one that is not kept for the hosts of its procedure: it goes nowhere', async () => {
    await company.store.saveSecret(sealSecret(company.sealer, { name: 'token', hosts: ['elsewhere.example'] }, 's3cret'));
    await company.store.save({ ...written('locked'), secrets: ['token'], entryPoints: ['run'] }, { ...stamp, expectedVersion: 0 });
    company.egress.answer = () => answered(200);
    await company.plans(entry('locked'), entry('one'));
    expect(await company.calls.call(order)).toMatchObject({ kind: 'placed', call: { procedure: 'one' } });
    expect(JSON.stringify(company.sandbox.runs)).not.toContain('s3cret');
  });

  it('R19 nobody is asked when the procedures can not be read', async () => {
    company.store.broken = new Error('away');
    const outcome: CallOutcome = await company.calls.call(order);
    expect(outcome).toMatchObject({ kind: 'failed', surelyNoCall: true, hint: 'the procedures can not be read' });
  });
});

describe('a provider that keeps the code', () => {
  const check = async (call: PlacedCall, requestId = order.requestId): Promise<string> => {
    const outcome = await company.calls.check({ requestId, phoneNumber: order.phoneNumber, typed: '0042', call, correlation: 'c' });
    return outcome.verdict === 'unanswered' ? `unanswered: ${outcome.hint}` : outcome.verdict;
  };
  const badOk = 'unanswered: one: right in Ok of check is neither true nor false';
  const notOurs = 'unanswered: one: the call is not one that was made for this challenge';
  const says = (ran: Ran): void => {
    company.sandbox.answer = () => ran;
  };
  let call: PlacedCall;
  beforeEach(async () => {
    await company.saves('one', ['run', 'check', 'hangUp']);
    await company.plans(entry('one'));
    company.egress.answer = () => answered(200);
    company.ok = { check: { id: 'their-id' } };
    call = await placed();
  });

  it('R14 is asked with what was typed, by the version that made the call; its name for the call rests sealed', async () => {
    await company.saves('one', ['run'], 1);
    company.now += 1_000;
    says({ kind: 'ok', value: { right: true }, logs: [] });
    expect(await check(call)).toBe('right');
    const run = company.sandbox.runs.at(-1);
    expect(run).toMatchObject({ entryPoint: 'check', program: { id: 'one@1' } });
    expect(run?.obj).toEqual({ phone_number: order.phoneNumber, typed: '0042', request_id: 'x7-request', call: { id: 'their-id' } });
    expect(JSON.stringify(call)).not.toContain('their-id');
  });

  it.each<[string, Ran, string]>([
    ['false', { kind: 'ok', value: { right: false }, logs: [] }, 'wrong'],
    ['nothing', { kind: 'ok', value: {}, logs: [] }, badOk],
    ['"true"', { kind: 'ok', value: { right: 'true' }, logs: [] }, badOk],
    ['1', { kind: 'ok', value: { right: 1 }, logs: [] }, badOk],
    ['an error', { kind: 'error', code: 'x', details: {}, refused: false, logs: [] }, 'unanswered: one: x'],
    ['a fault', { kind: 'fault', fault: 'threw', message: 'not 0042', line: 7, column: 1, logs: [] }, 'unanswered: one, line 7: not'],
  ])('R19 right is only true, never %s (security 27)', async (_what, ran, verdict) => {
    says(ran);
    expect(await check(call)).toBe(verdict);
  });

  it('what was sealed for one challenge is nothing in another, nor is what was altered (security 22)', async () => {
    says({ kind: 'ok', value: { right: true }, logs: [] });
    expect(await check(call, 'ada.another')).toBe(notOurs);
    expect(await check({ ...call, memo: altered(call.memo) })).toBe(notOurs);
    expect(await check({ ...call, memo: '' })).toBe(notOurs);
  });

  it('says why nobody could tell, and keeps it among the last faults of its procedure', async () => {
    says({ kind: 'request', request: { method: 'POST', url: 'https://one.example.org/', headers: [], ringsNobody: false, state: {} }, logs: [] });
    company.egress.answer = () => ({ kind: 'fault', fault: 'timeout', neverSent: false, message: 'one.example.org did not answer' });
    const hint = 'one: one.example.org did not answer';
    expect(await check(call)).toBe(`unanswered: ${hint}`);
    expect(company.ledger.faults).toEqual([{ procedure: 'one', destination: '+7900', because: 'check_unanswered', hint }]);
    expect(await check({ ...call, procedure: 'gone' })).toBe('unanswered: gone: the version that made the call is gone, or has no method check');
    company.store.broken = new Error('away');
    expect(await check(call)).toBe(`unanswered: ${hint}`);
    expect(company.ledger.lines.map(({ what }) => what)).toEqual(['offered', 'placed']);
  });

  it('says when and why a phone could not be silenced', async () => {
    says({ kind: 'error', code: 'no_such_call', details: {}, refused: false, logs: [] });
    const hint = 'one: no_such_call';
    expect(await company.calls.hangUp(call, 'c')).toEqual({ outcome: 'not_hung_up', hint });
    expect(company.ledger.faults).toEqual([{ procedure: 'one', because: 'not_hung_up', hint }]);
  });

  it('hangs up by what it called the call', async () => {
    says({ kind: 'ok', value: {}, logs: [] });
    expect(call.canHangUp).toBe(true);
    expect(await company.calls.hangUp(call, 'c')).toEqual({ outcome: 'hung_up' });
    expect(company.sandbox.runs.at(-1)).toMatchObject({ entryPoint: 'hangUp', obj: { request_id: 'x7-request', call: { id: 'their-id' } } });
  });
});
