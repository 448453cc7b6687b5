import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '@blitz/accounts';
import { FakeAccounts } from '@blitz/accounts/fakes';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import {
  FakeCallLedger,
  FakeCallProvider,
  FakeChallenges,
  FakeFlashCallSettings,
  FakeFollowUpQueue,
  FakeLogins,
  FakeOpenEntries,
  placedByProvider,
  placedFrom,
  unansweredHint,
} from '../fakes/index.ts';
import { CallTags } from '../guards/call-tags.ts';
import type { CallOutcome, PassedOver } from './call-provider.ts';
import { ChallengeIds } from './challenge-ids.ts';
import { CheckEntry } from './checks/check-entry.ts';
import { CodeChecks } from './checks/code-checks.ts';
import { CodeDigest } from './code-digest.ts';
import { EnterCode, type EntryAnswer } from './enter-code.ts';
import { EntryNotes } from './entry-notes.ts';
import { HangUp } from './hang-up.ts';
import { checkMs } from './limits.ts';
import { PlaceCall } from './place-call.ts';
import { routesBy } from './route-of.ts';

const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation', clientId: 'demo' };
const phone = '+79161234567';

/** Somebody whose phone rang, and the dialler that is still in touch with the provider. */
class Scene {
  now = 1_800_000_000_000;
  readonly clock = { now: () => this.now };
  readonly logins = new FakeLogins();
  readonly challenges = new FakeChallenges(this.logins);
  readonly entries = new FakeOpenEntries(this.challenges);
  readonly queue = new FakeFollowUpQueue();
  readonly provider = new FakeCallProvider();
  readonly settings = new FakeFlashCallSettings();
  readonly accounts = new FakeAccounts();
  readonly audit = new FakeAuditTrail();
  readonly ledger = new FakeCallLedger();
  readonly ids = new ChallengeIds(Buffer.alloc(32, 8), this.settings);
  readonly routeOf = routesBy(new CallTags(Buffer.alloc(32, 9)));
  readonly digest = new CodeDigest(Buffer.alloc(32, 7));
  readonly notes = new EntryNotes(this.audit, this.ledger, this.queue);
  readonly checks = new CodeChecks(this.challenges, this, this.settings, this.clock, this.notes);
  readonly enterCode = new EnterCode(this.challenges, this, this.settings, this.clock, this.notes);
  readonly placeCall = new PlaceCall(this, this.provider, this.digest, this.clock, this.audit);
  readonly checkEntry = new CheckEntry(this, this.provider, this.clock, this.notes);
  readonly hangUp = new HangUp(this.challenges, this.provider);
  login = 'login';
  ada!: Account;
  id = '';

  async rings(outcome: CallOutcome): Promise<this> {
    this.provider.answer = outcome;
    if (this.id === '') this.ada = await this.accounts.create({ login: 'ada', attributes: { phone_number: phone } });
    const { sub } = this.ada;
    await this.logins.open({ id: this.login, sub, startedAt: this.now, proved: ['password'], trustSettled: false });
    this.id = this.ids.next(this.ada) ?? '';
    const { presses } = await this.challenges.look(sub);
    await this.challenges.call({ sub, login: this.login }, presses + 1, this.id, this.now, this.settings.limits());
    await this.placeCall.execute({ challengeId: this.id, correlation: 'correlation', again: false });
    return this;
  }

  async types(typed: unknown, challengeId = this.id): Promise<EntryAnswer> {
    const asker = { sub: this.ada.sub, login: this.login };
    return (await this.enterCode.execute({ asker, challengeId, typed, origin })).answer;
  }

  async spent(): Promise<number> {
    return (await this.challenges.look(this.ada.sub)).spent;
  }
}

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
  scene.queue.checking = (job) => scene.checkEntry.execute(job);
  scene.provider.judges = ({ typed }) => (typed === '1234' ? 'right' : 'wrong');
});

describe('a code that its provider keeps to itself', () => {
  it('is asked about with the number, the digits and what the procedure wants to know of the call', async () => {
    await scene.rings(placedByProvider({ memo: 'the memo' }));
    expect(await scene.types('12 34')).toMatchObject({ kind: 'right', budgetLeft: 10 });
    const call = { procedure: 'fake', memo: 'the memo', canHangUp: false };
    expect(scene.provider.checks).toEqual([{ requestId: scene.id, phoneNumber: phone, typed: '1234', call, correlation: 'correlation' }]);
    expect(scene.audit.types()).toEqual(['call_placed', 'entry_right']);
    expect(scene.audit.events.at(-1)).toMatchObject({ address: '192.0.2.1', clientId: 'demo', correlationId: 'correlation' });
  });

  it('R12 gives the login its new name, once', async () => {
    await scene.rings(placedByProvider());
    const asker = { sub: scene.ada.sub, login: scene.login };
    const { answer, login } = await scene.enterCode.execute({ asker, challengeId: scene.id, typed: '1234', origin });
    expect(answer.kind).toBe('right');
    expect(await scene.logins.find(scene.ada.sub, login)).toMatchObject({ proved: ['password', 'flashCall'], challengeId: scene.id });
    expect((await scene.types('1234')).kind).toBe('unknown');
  });

  it('R7 R8 wrong digits cost what they always do, and burn it', async () => {
    await scene.rings(placedByProvider());
    const answers = [await scene.types('0000'), await scene.types('1111'), await scene.types('2222'), await scene.types('1234')];
    expect(answers.map(({ kind }) => kind)).toEqual(['wrong', 'wrong', 'wrong', 'closed']);
    expect([await scene.spent(), scene.provider.checks.length]).toEqual([4, 3]);
    expect(scene.audit.events.slice(1, 3).map(({ details }) => details)).toEqual([
      { triesLeft: 2, budgetLeft: 8 },
      { triesLeft: 1, budgetLeft: 7 },
    ]);
  });

  it.each([[''], [null], ['123'], ['abcd'], [{}]])('R6 security 19: %j costs nothing, and nobody is asked', async (typed) => {
    await scene.rings(placedByProvider());
    expect((await scene.types(typed)).kind).toBe('malformed');
    expect([await scene.spent(), scene.provider.checks.length, scene.queue.checks.length]).toEqual([1, 0, 0]);
  });

  it.each<[string, (at: Scene) => void, string, number]>([
    ['a provider that says nothing', (at) => { at.provider.judges = () => 'unanswered'; }, 'unanswered', 1],
    ['a provider that breaks its word and throws', (at) => { at.provider.judges = () => Promise.reject(new Error('no')); }, 'unanswered', 1],
    ['a dialler that died', (at) => { at.queue.checking = undefined; }, 'unanswered', 0],
    ['a directory that is down', (at) => { at.accounts.find = () => Promise.reject(new Error('no database')); }, 'unanswered', 0],
    ['a queue that is down', (at) => { at.queue.broken = () => Promise.reject(new Error('no queue')); }, 'not_queued', 0],
  ])('R19 %s: the try counts, the page says so, and the journal why', async (_what, breaks, reason, asked) => {
    await scene.rings(placedByProvider());
    breaks(scene);
    expect(await scene.types('1234')).toMatchObject({ kind: 'not_confirmed', triesLeft: 2, budgetLeft: 8 });
    expect(scene.provider.checks).toHaveLength(asked);
    expect(scene.audit.events.slice(1)).toMatchObject([{ type: 'entry_wrong', details: { reason, triesLeft: 2, budgetLeft: 8 } }]);
  });

  it('and what the procedure met stands in the journal and in what the dialler reports', async () => {
    await scene.rings(placedByProvider());
    const outcomes: unknown[] = [];
    scene.queue.checking = async (job) => outcomes.push(await scene.checkEntry.execute(job));
    scene.provider.judges = () => 'unanswered';
    await scene.types('1234');
    expect(outcomes).toEqual([{ outcome: 'unanswered', hint: unansweredHint }]);
    expect(scene.audit.events.at(-1)?.details).toEqual({ reason: 'unanswered', hint: unansweredHint, triesLeft: 2, budgetLeft: 8 });
    scene.accounts.find = () => Promise.reject(new Error('no database'));
    await scene.types('1234');
    expect(outcomes.at(-1)).toEqual({ outcome: 'unanswered', hint: 'the account or its call could not be read' });
  });

  it('R8 the block that begins with an answer that never came is noted', async () => {
    scene.settings.now = { ...scene.settings.now, total: 2 };
    await scene.rings(placedByProvider());
    scene.queue.checking = undefined;
    expect(await scene.types('1234')).toMatchObject({ kind: 'not_confirmed', blockBegins: true });
    expect(scene.audit.types().slice(1)).toEqual(['entry_wrong', 'method_blocked']);
  });

  it('a dialler that comes after the page gave up changes nothing, and does not ask any more', async () => {
    await scene.rings(placedByProvider());
    scene.queue.checking = undefined;
    await scene.types('1234');
    const [job] = scene.queue.checks;
    expect(await scene.checkEntry.execute(job ?? { challengeId: '', entry: '', correlation: '' })).toEqual({ outcome: 'unanswered', hint: 'nobody waited for the answer any more' });
    expect(scene.provider.checks).toEqual([]);
    expect((await scene.challenges.look(scene.ada.sub)).challenge).toMatchObject({ state: 'awaiting', triesLeft: 2 });
    expect(scene.audit.types()).toEqual(['call_placed', 'entry_wrong']);
  });

  it('is asked about once, however often the job is given out', async () => {
    await scene.rings(placedByProvider());
    scene.queue.checking = async (job) => {
      const outcomes = [await scene.checkEntry.execute(job), await scene.checkEntry.execute(job)];
      expect(outcomes).toEqual([{ outcome: 'wrong' }, { outcome: 'not_mine' }]);
    };
    await scene.types('0000');
    expect([scene.provider.checks.length, scene.audit.types()]).toEqual([1, ['call_placed', 'entry_wrong']]);
  });

  it('R5 was typed in time, though the provider took its own', async () => {
    await scene.rings(placedByProvider());
    scene.now += 119_999;
    scene.provider.judges = () => {
      scene.now += 18_000;
      return 'right';
    };
    expect((await scene.types('1234')).kind).toBe('right');
  });

  it('of a provider that took too long is not waited for', async () => {
    await scene.rings(placedByProvider());
    scene.provider.judges = () => {
      scene.now += checkMs;
      return 'right';
    };
    expect((await scene.types('1234')).kind).toBe('not_confirmed');
  });

  it.each([
    ['vanished', {}],
    ['became another', { phone_number: '+79160000000' }],
  ])('security 23: proves nothing once the account’s number %s, and nobody is asked', async (_what, attributes) => {
    await scene.rings(placedByProvider());
    await scene.accounts.saveAttributes(scene.ada.sub, attributes);
    expect((await scene.types('1234')).kind).toBe('wrong');
    expect(scene.provider.checks).toEqual([]);
  });

  it('R11 the digits of an older call, or typed in another login, are not asked about', async () => {
    const older = (await scene.rings(placedByProvider())).id;
    scene.now += 30_000;
    await scene.rings(placedByProvider());
    expect((await scene.types('1234', older)).kind).toBe('superseded');
    scene.login = 'another';
    expect((await scene.types('1234')).kind).toBe('unknown');
    expect(scene.provider.checks).toEqual([]);
  });

  it('R14 is in no event and in no job, and neither is the number', async () => {
    await scene.rings(placedByProvider());
    for (const typed of ['8765', '1234']) await scene.types(typed);
    const written = JSON.stringify([scene.audit.events, scene.queue.checks, scene.ledger.lines, await scene.challenges.look(scene.ada.sub)]);
    for (const secret of ['"8765"', '"1234"', phone.slice(1), phone.slice(-7)]) expect(written).not.toContain(secret);
  });
});

describe('a call for which several providers were asked', () => {
  const passedOver: PassedOver[] = [
    { procedure: 'one', because: 'provider_refused', hint: 'one, status 401: wrong_http_status' },
    { procedure: 'two', because: 'provider_unavailable', hint: 'two: two.example.org is not there' },
  ];
  const told = passedOver.map(({ procedure: name, because: reason, hint }) => ({ type: 'provider_passed_over', details: { name, reason, hint } }));
  const whole = { sub: expect.any(String), login: expect.any(String), correlationId: 'correlation', method: 'flashCall' };

  it.each<[string, CallOutcome, string, object]>([
    ['made', { ...placedFrom('+79580001234', { procedure: 'three' }), passedOver }, 'call_placed', { name: 'three', dialMs: 0 }],
    ['not made', { kind: 'failed', because: 'provider_refused', surelyNoCall: true, hint: 'three: no', passedOver }, 'call_failed', { reason: 'provider_refused', paidBack: true, hint: 'three: no' }],
    ['of no use', { ...placedFrom('12', { procedure: 'three' }), passedOver }, 'call_failed', { reason: 'code_too_short', paidBack: false, hint: 'three: fewer digits than a code has' }],
  ])('and that was %s: the journal names each that was passed over, in the same login and press', async (_what, outcome, type, details) => {
    await scene.rings(outcome);
    expect(scene.audit.events).toMatchObject([...told, { type, details }].map((each) => ({ ...whole, ...each })));
    expect(new Set(scene.audit.events.map(({ login }) => login)).size).toBe(1);
  });
});

describe('the ledger of calls', () => {
  const route = { procedure: 'fake', destination: '+7916', prefixTag: expect.any(String) };

  it.each([
    ['we', placedFrom('+79580001234')],
    ['the provider', placedByProvider()],
  ])('counts a right entry that %s judged, with the time that the person took from the provider’s answer', async (_who, outcome) => {
    await scene.rings(outcome);
    scene.now += 8_500;
    await scene.types('0000');
    expect(scene.ledger.lines).toEqual([]);
    await scene.types('1234');
    expect(scene.ledger.lines).toEqual([{ what: 'completed', route, tookMs: 8_500 }]);
  });

  it('counts nothing for entries that did not help', async () => {
    await scene.rings(placedFrom('+79580001234'));
    for (const typed of ['0000', '12', '1111', '2222', '1234']) await scene.types(typed);
    expect(scene.ledger.lines).toEqual([]);
  });

  it('R14 knows country and operator, and neither the number nor a prefix that anybody could read', async () => {
    await scene.rings(placedFrom('+79580001234'));
    await scene.types('1234');
    const written = JSON.stringify([scene.ledger.lines, await scene.challenges.look(scene.ada.sub)]);
    for (const digits of [phone.slice(-7), phone.slice(-6), phone.slice(0, -4), phone.slice(1, -4)]) expect(written).not.toContain(digits);
  });
});

describe('a phone that still rings when the right code is typed', () => {
  it.each([
    ['we', placedFrom('+79580001234', { canHangUp: true, memo: 'the memo' })],
    ['the provider', placedByProvider({ canHangUp: true, memo: 'the memo' })],
  ])('is silenced after an entry that %s judged, where the provider can', async (_who, outcome) => {
    await scene.rings(outcome);
    await scene.types('0000');
    expect(scene.queue.hangUps).toEqual([]);
    await scene.types('1234');
    expect(scene.queue.hangUps).toEqual([{ challengeId: scene.id, correlation: 'correlation' }]);
    expect(await scene.hangUp.execute({ challengeId: scene.id, correlation: 'correlation' })).toEqual({ outcome: 'hung_up' });
    expect(scene.provider.hungUp).toEqual([{ procedure: 'fake', memo: 'the memo', canHangUp: true }]);
  });

  it('that could not be silenced is told to the operator, with the reason', async () => {
    await scene.rings(placedFrom('+79580001234', { canHangUp: true }));
    await scene.types('1234');
    scene.provider.hangsUp = { outcome: 'not_hung_up', hint: 'fake, status 404: no_such_call' };
    expect(await scene.hangUp.execute({ challengeId: scene.id, correlation: '' })).toEqual(scene.provider.hangsUp);
  });

  it('is left alone where the provider can’t', async () => {
    await scene.rings(placedFrom('+79580001234'));
    await scene.types('1234');
    expect(scene.queue.hangUps).toEqual([]);
    expect(await scene.hangUp.execute({ challengeId: scene.id, correlation: '' })).toEqual({ outcome: 'not_mine' });
  });

  it('keeps nobody waiting: a queue that hangs, or is down, does not matter', async () => {
    await scene.rings(placedFrom('+79580001234', { canHangUp: true }));
    scene.queue.broken = () => new Promise(() => undefined);
    expect((await scene.types('1234')).kind).toBe('right');
  });

  it.each(['', 'ada', 'ada.older'])('is not taken for another call: %j', async (challengeId) => {
    await scene.rings(placedFrom('+79580001234', { canHangUp: true }));
    await scene.types('1234');
    expect(await scene.hangUp.execute({ challengeId, correlation: '' })).toEqual({ outcome: 'not_mine' });
  });

  it('is not silenced while the code is still waited for', async () => {
    await scene.rings(placedFrom('+79580001234', { canHangUp: true }));
    expect(await scene.hangUp.execute({ challengeId: scene.id, correlation: '' })).toEqual({ outcome: 'not_mine' });
  });
});
