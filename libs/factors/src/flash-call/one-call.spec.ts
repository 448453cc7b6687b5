import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '@blitz/accounts';
import { FakeAccounts } from '@blitz/accounts/fakes';
import { loginName } from '@blitz/audit';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { fakeCallGate, FakeCallProvider, FakeCallQueue, FakeChallenges, fakeEntryParts, FakeFlashCallSettings, FakeLogins, placedFrom } from '../fakes/index.ts';
import { CallTags } from '../guards/call-tags.ts';
import { AskForCall } from './ask-for-call.ts';
import type { CallOutcome } from './call-provider.ts';
import { ChallengeIds } from './challenge-ids.ts';
import { CodeDigest } from './code-digest.ts';
import { EnterCode } from './enter-code.ts';
import { queueMs } from './limits.ts';
import { PlaceCall, type Placing } from './place-call.ts';
import { routesBy } from './route-of.ts';

const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation', clientId: 'demo' };
const phone = '+79161234567';
const login = 'kZ0vJbMZ1Qx3yqg0R9n1Wg';

/** One person at the second factor, and everything that stands behind the page. */
class Scene {
  now = 1_800_000_000_000;
  readonly logins = new FakeLogins();
  readonly challenges = new FakeChallenges(this.logins);
  readonly queue = new FakeCallQueue();
  readonly provider = new FakeCallProvider();
  readonly settings = new FakeFlashCallSettings();
  readonly accounts = new FakeAccounts();
  readonly audit = new FakeAuditTrail();
  readonly clock = { now: () => this.now };
  readonly ids = new ChallengeIds(Buffer.alloc(32, 8), this.settings);
  readonly digest = new CodeDigest(Buffer.alloc(32, 7));
  readonly gate = fakeCallGate();
  readonly routeOf = routesBy(new CallTags(Buffer.alloc(32, 9)));
  readonly askForCall = new AskForCall(this.challenges, this, this.settings, this.clock, this.audit);
  readonly parts = fakeEntryParts(this);
  readonly code = { digest: this.digest, checks: this.parts.checks };
  readonly enterCode = new EnterCode(this.challenges, this.code, this.settings, this.clock, this.parts.notes);
  readonly placeCall = new PlaceCall(this, this.provider, this.digest, this.clock, this.audit);
  ada!: Account;

  async begin(phoneNumber = phone): Promise<this> {
    this.ada = await this.accounts.create({ login: 'ada', attributes: { phone_number: phoneNumber } });
    await this.logins.open({ id: login, sub: this.ada.sub, startedAt: this.now, proved: ['password'], trustSettled: false });
    return this;
  }

  async presses(number?: number): Promise<{ kind: string; id: string }> {
    const due = number ?? (await this.challenges.look(this.ada.sub)).presses + 1;
    const { verdict, challengeId } = await this.askForCall.execute({ account: this.ada, login, number: due, locale: 'ru', origin });
    return { kind: verdict.kind, id: challengeId };
  }

  dials(challengeId: string, again = false): Promise<Placing> {
    return this.placeCall.execute({ challengeId, correlation: 'correlation', again });
  }

  async types(challengeId: string, typed: unknown): Promise<string> {
    const asker = { sub: this.ada.sub, login };
    return (await this.enterCode.execute({ asker, challengeId, typed, origin })).answer.kind;
  }

  async ringing(): Promise<string> {
    const { id } = await this.presses();
    await this.dials(id);
    return id;
  }

  async spent(): Promise<number> {
    return (await this.challenges.look(this.ada.sub)).spent;
  }

  async state(): Promise<unknown> {
    const { challenge } = await this.challenges.look(this.ada.sub);
    return challenge?.state === 'closed' ? challenge.because : challenge?.state;
  }
}

let scene: Scene;
beforeEach(async () => {
  scene = await new Scene().begin();
});

describe('asking for a call', () => {
  it('R2 R13 pays for the call and queues its id, nothing else', async () => {
    const { kind, id } = await scene.presses();
    expect(kind).toBe('called');
    expect(scene.queue.jobs).toEqual([{ challengeId: id, correlation: 'correlation' }]);
    expect(scene.provider.orders).toEqual([]);
    expect(await scene.spent()).toBe(1);
    expect(scene.audit.types()).toEqual(['call_asked']);
  });

  it('R3 rings once, however often the button is pressed', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => scene.presses(1)));
    expect(answers.filter(({ kind }) => kind === 'called')).toHaveLength(1);
    expect(scene.queue.jobs).toHaveLength(1);
    expect(await scene.spent()).toBe(1);
    expect(scene.audit.types().filter((type) => type === 'call_repeated')).toHaveLength(19);
  });

  it('R16 asks for patience, and queues nothing, before the delay is over', async () => {
    await scene.ringing();
    scene.now += 29_999;
    expect((await scene.presses()).kind).toBe('waiting');
    scene.now += 1;
    expect((await scene.presses()).kind).toBe('called');
    expect(scene.queue.jobs).toHaveLength(2);
  });

  it.each([
    [4, ['call_asked']],
    [3, ['call_refused', 'method_blocked', 'call_refused', 'call_refused']],
    [2, ['call_refused', 'call_refused', 'call_refused']],
  ])('R10 with 2 of %d spent by a call and an entry, presses are noted as %j', async (total, noted) => {
    scene.settings.now = { ...scene.settings.now, total };
    await scene.types(await scene.ringing(), '0000');
    const before = scene.audit.events.length;
    scene.now += 30_000;
    for (let times = 0; times < (total === 4 ? 1 : 3); times += 1) await scene.presses();
    expect(scene.audit.types().slice(before)).toEqual(noted);
    const until = total === 2 ? scene.now + 870_000 : scene.now + 900_000;
    const details = total === 4 ? { budgetLeft: 1 } : { reason: 'blocked', until };
    expect(scene.audit.events.at(-1)?.details).toEqual(details);
  });

  it.each([
    ['no number', {}],
    ['an empty one', { phone_number: '' }],
    ['one that no phone has', { phone_number: '+7 000' }],
    ['words', { phone_number: 'call me maybe' }],
    ['one in another attribute', { mobile: phone }],
  ])('R15 is not offered to an account with %s', async (_name, attributes) => {
    const account = { ...scene.ada, attributes: attributes as Record<string, string> };
    await expect(scene.askForCall.execute({ account, login, number: 1, origin })).rejects.toMatchObject({ code: 'phone_missing' });
    expect(await scene.spent()).toBe(0);
    expect(scene.queue.jobs).toEqual([]);
  });

  it('R15 the administrator chooses the attribute', async () => {
    scene.settings.attribute = 'mobile';
    await expect(scene.presses()).rejects.toMatchObject({ code: 'phone_missing' });
    scene.ada = { ...scene.ada, attributes: { mobile: '8 916 123-45-67' } };
    expect((await scene.presses()).kind).toBe('called');
  });

  it('R13 R19 a queue that is down is said so, and the call is paid back', async () => {
    scene.queue.broken = () => Promise.reject(new Error('down'));
    await expect(scene.presses()).rejects.toMatchObject({ code: 'queue_unavailable', cause: new Error('down') });
    expect([await scene.state(), await scene.spent()]).toEqual(['not_queued', 0]);
    expect(scene.audit.events.at(-1)).toMatchObject({ type: 'call_failed', details: { reason: 'not_queued', paidBack: true } });
  });

  it('R13 a queue that took the job but lost its answer: who dials is paid for, and the phone rings once', async () => {
    scene.queue.broken = async (id) => {
      await scene.dials(id);
      throw new Error('time-out');
    };
    expect((await scene.presses()).kind).toBe('called');
    expect([await scene.state(), await scene.spent(), scene.provider.orders.length]).toEqual(['awaiting', 1, 1]);
  });

  it('R3 a job that comes out of a queue which said it was down dials nobody', async () => {
    let lost = '';
    scene.queue.broken = (id) => {
      lost = id;
      return Promise.reject(new Error('down'));
    };
    await scene.presses().catch(() => undefined);
    expect(await scene.dials(lost)).toMatchObject({ outcome: 'not_mine' });
    expect(scene.provider.orders).toEqual([]);
  });
});

describe('placing the call', () => {
  it('R4 the last digits of the caller’s number open the door', async () => {
    const { id } = await scene.presses();
    expect(await scene.dials(id)).toEqual({ outcome: 'placed' });
    expect(scene.provider.orders).toEqual([
      { phoneNumber: phone, codeLength: 4, requestId: id, correlation: 'correlation', address: '192.0.2.1', locale: 'ru' },
    ]);
    expect(await scene.types(id, '1234')).toBe('right');
  });

  it('R3 the same job three times rings once', async () => {
    const { id } = await scene.presses();
    await Promise.all([scene.dials(id), scene.dials(id), scene.dials(id, true)]);
    expect(scene.provider.orders).toHaveLength(1);
  });

  it('R3 R13 a job handed out again, after its dialler was lost in the middle, is closed, not repeated and not paid back', async () => {
    const { id } = await scene.presses();
    await scene.challenges.claim(id, scene.now);
    expect(await scene.dials(id, true)).toEqual({ outcome: 'failed', reason: 'interrupted' });
    expect(await scene.dials(id, true)).toMatchObject({ outcome: 'not_mine' });
    expect([await scene.state(), await scene.spent(), scene.provider.orders.length]).toEqual(['interrupted', 1, 0]);
  });

  it('R3 a second hand that meets a dialler at work keeps off', async () => {
    const { id } = await scene.presses();
    await scene.challenges.claim(id, scene.now);
    expect(await scene.dials(id)).toEqual({ outcome: 'not_mine', reason: 'taken' });
    expect([await scene.state(), scene.provider.orders.length]).toEqual(['dialling', 0]);
  });

  it.each([
    [queueMs, 'placed', 1],
    [queueMs + 1, 'failed', 0],
  ])('R17 a job taken up after %d ms: %s', async (waited, outcome, spent) => {
    const { id } = await scene.presses();
    scene.now += waited;
    expect(await scene.dials(id)).toMatchObject({ outcome });
    expect([await scene.spent(), scene.provider.orders.length]).toEqual([spent, spent]);
    if (spent === 0) expect(scene.audit.events.at(-1)).toMatchObject({ type: 'call_failed', details: { reason: 'late', paidBack: true } });
  });

  it.each<[string, CallOutcome, string, number]>([
    ['a refusal', { kind: 'failed', because: 'provider_refused', surelyNoCall: true, hint: 'status 400', passedOver: [] }, 'provider_refused', 0],
    ['nobody there', { kind: 'failed', because: 'provider_failed', surelyNoCall: true, hint: 'ECONNREFUSED', passedOver: [] }, 'provider_failed', 0],
    ['a doubt', { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: 'ECONNRESET', passedOver: [] }, 'provider_failed', 1],
    ['a number too short', placedFrom('123'), 'code_too_short', 1],
    ['a hidden number', placedFrom('anonymous'), 'code_too_short', 1],
  ])('R13 the provider answers with %s', async (_name, answer, because, spent) => {
    scene.provider.answer = answer;
    const { id } = await scene.presses();
    expect(await scene.dials(id)).toMatchObject({ outcome: 'failed', reason: because });
    expect([await scene.state(), await scene.spent()]).toEqual([because, spent]);
    expect(await scene.types(id, '1234')).toBe('closed');
  });

  it.each([
    ['vanished', {}],
    ['became another', { phone_number: '+79160000000' }],
  ])('R13 a number that %s since the press is not called, and paid back: nobody asked for that phone to ring', async (_what, attributes) => {
    const { id } = await scene.presses();
    await scene.accounts.saveAttributes(scene.ada.sub, attributes);
    expect(await scene.dials(id)).toMatchObject({ outcome: 'failed', reason: 'number_changed' });
    expect([await scene.spent(), scene.provider.orders.length]).toEqual([0, 0]);
  });

  it('R13 R19 a directory that is down: paid back and said at once, and the error goes on to the log', async () => {
    const { id } = await scene.presses();
    scene.accounts.find = () => Promise.reject(new Error('no database'));
    await expect(scene.dials(id)).rejects.toThrow('no database');
    expect([await scene.state(), await scene.spent(), scene.provider.orders.length]).toEqual(['not_queued', 0, 0]);
  });

  it('R11 a provider so slow that the person has asked for another call changes nothing', async () => {
    const first = await scene.presses();
    scene.provider.answer = async () => {
      scene.now += 76_000;
      scene.provider.answer = placedFrom('+79580009999');
      await scene.ringing();
      return placedFrom('+79580001234');
    };
    expect(await scene.dials(first.id)).toEqual({ outcome: 'failed', reason: 'given_up' });
    expect(await scene.types(first.id, '1234')).toBe('superseded');
    expect(await scene.spent()).toBe(2);
  });

  it('R5 the code lives from the provider’s answer, not from the press', async () => {
    const { id } = await scene.presses();
    scene.provider.answer = () => {
      scene.now += 50_000;
      return Promise.resolve(placedFrom('+79580001234'));
    };
    await scene.dials(id);
    scene.now += 119_999;
    expect(await scene.types(id, '1234')).toBe('right');
  });
});

describe('the journal of a login', () => {
  it('has one name for it from the press to the code and after, however the call went', async () => {
    scene.provider.answer = () => {
      scene.now += 1_234;
      return Promise.resolve({ kind: 'failed', because: 'provider_refused', surelyNoCall: true, hint: '', passedOver: [] });
    };
    await scene.ringing();
    scene.provider.answer = () => {
      scene.now += 31_000;
      return Promise.resolve(placedFrom('+79580001234'));
    };
    scene.now += 30_000;
    const id = await scene.ringing();
    const asker = { sub: scene.ada.sub, login };
    await scene.types(id, '0000');
    const { login: renewed } = await scene.enterCode.execute({ asker, challengeId: id, typed: '1234', origin });
    await scene.askForCall.execute({ account: scene.ada, login: renewed, number: 3, origin });
    expect(scene.audit.types()).toEqual([
      'call_asked', 'call_failed', 'call_asked', 'call_placed', 'entry_wrong', 'entry_right', 'call_asked',
    ]);
    expect(new Set(scene.audit.events.map((event) => event.login))).toEqual(new Set([loginName(login)]));
    expect(scene.audit.events[3]?.details).toEqual({ name: 'fake', dialMs: 31_000 });
  });

  it.each([
    [queueMs + 1, false, 'late'],
    [0, true, 'interrupted'],
  ])('and when nobody dialled, %d ms later, again: %p', async (later, again, reason) => {
    const { id } = await scene.presses();
    if (again) await scene.challenges.claim(id, scene.now);
    scene.now += later;
    await scene.dials(id, again);
    expect(scene.audit.events.at(-1)).toMatchObject({ type: 'call_failed', login: loginName(login), details: { reason } });
  });
});

describe('typing the code', () => {
  it('R12 gives the login another name, once', async () => {
    const id = await scene.ringing();
    const asker = { sub: scene.ada.sub, login };
    const entry = { asker, challengeId: id, typed: '12 34', origin };
    const { answer, login: renewed } = await scene.enterCode.execute(entry);
    expect(answer.kind).toBe('right');
    expect(renewed).not.toBe(login);
    expect(await scene.logins.find(scene.ada.sub, renewed)).toMatchObject({ proved: ['password', 'flashCall'] });
    expect(await scene.logins.find(scene.ada.sub, login)).toBeUndefined();
    expect((await scene.enterCode.execute(entry)).answer.kind).toBe('unknown');
  });

  it.each([[''], [null], [['1234']], ['123'], ['12345'], ['abcd'], [1234], [{}]])('R6 %j costs nothing', async (typed) => {
    const id = await scene.ringing();
    expect(await scene.types(id, typed)).toBe('malformed');
    expect(await scene.spent()).toBe(1);
    expect(scene.audit.types()).toEqual(['call_asked', 'call_placed']);
    expect(await scene.types(id, '1234')).toBe('right');
  });

  it('R6 the whole number from the call list will do', async () => {
    expect(await scene.types(await scene.ringing(), '+7 (958) 000-12-34')).toBe('right');
  });

  it('R7 wrong ones burn the code and keep the login’s name', async () => {
    const id = await scene.ringing();
    const asker = { sub: scene.ada.sub, login };
    for (const typed of ['0000', '1111', '2222']) {
      const { answer, login: name } = await scene.enterCode.execute({ asker, challengeId: id, typed, origin });
      expect([answer.kind, name]).toEqual(['wrong', login]);
    }
    expect(await scene.types(id, '1234')).toBe('closed');
  });

  it('R8 the entry that spends the budget is noted with the block that begins', async () => {
    scene.settings.now = { ...scene.settings.now, total: 2 };
    expect(await scene.types(await scene.ringing(), '0000')).toBe('wrong');
    expect(scene.audit.types().slice(-2)).toEqual(['entry_wrong', 'method_blocked']);
    expect(scene.audit.events.at(-2)).toMatchObject({ details: { triesLeft: 0, budgetLeft: 0 } });
    expect(scene.audit.events.at(-1)).toMatchObject({ details: { until: scene.now + 900_000 } });
  });

  it('R8 a right one over a budget that was made smaller meanwhile is noted with the block that begins, once', async () => {
    const id = await scene.ringing();
    await scene.types(id, '0000');
    scene.settings.now = { ...scene.settings.now, total: 2 };
    expect([await scene.types(id, '1234'), await scene.types(id, '1234')]).toEqual(['blocked', 'blocked']);
    expect(scene.audit.types().slice(-3)).toEqual(['entry_refused', 'method_blocked', 'entry_refused']);
    expect(scene.audit.events.at(-2)).toMatchObject({ details: { until: scene.now + 900_000 } });
  });

  it('R5 one that came too late is noted with the reason', async () => {
    const id = await scene.ringing();
    scene.now += 120_000;
    await scene.types(id, '1234');
    expect(scene.audit.events.at(-1)).toMatchObject({ type: 'entry_refused', details: { reason: 'closed', because: 'expired' } });
  });

  it('R11 a code typed in another login is refused and noted', async () => {
    const id = await scene.ringing();
    const asker = { sub: scene.ada.sub, login: 'another' };
    const { answer } = await scene.enterCode.execute({ asker, challengeId: id, typed: '1234', origin });
    expect(answer.kind).toBe('unknown');
    expect(scene.audit.events.at(-1)).toMatchObject({ type: 'entry_refused', details: { reason: 'unknown' } });
  });
});

describe('R14 what is written down', () => {
  it('is neither a code nor a telephone number, whatever happened', async () => {
    const [caller, code] = ['+79587654321', '4321'];
    scene.provider.answer = placedFrom(caller);
    const { id } = await scene.presses(1);
    await scene.presses(1);
    await scene.dials(id);
    for (const typed of ['8765', code, code]) await scene.types(id, typed);
    scene.now += 30_000;
    scene.provider.answer = { kind: 'failed', because: 'provider_failed', surelyNoCall: false, hint: `said ${caller} ${phone}`, passedOver: [] };
    await scene.logins.open({ id: login, sub: scene.ada.sub, startedAt: scene.now, proved: ['password'], trustSettled: false });
    await scene.ringing();
    const written = JSON.stringify(scene.audit.events);
    expect(scene.audit.events.length).toBeGreaterThanOrEqual(7);
    for (const secret of [caller, caller.slice(1), phone, phone.slice(1), phone.slice(-10), `"${code}"`, '"8765"', login]) {
      expect(written).not.toContain(secret);
    }
    const standing = JSON.stringify(await scene.challenges.look(scene.ada.sub));
    expect(standing).not.toContain(caller.slice(1));
    expect(JSON.stringify(scene.queue.jobs)).not.toContain(phone.slice(1));
  });
});
