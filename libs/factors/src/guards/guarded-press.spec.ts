import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Account } from '@blitz/accounts';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import type { AuditEvent } from '@blitz/audit';
import { FakeCallGuards, FakeCallQueue, FakeChallenges, fakeCallGate, FakeFlashCallSettings, FakeGuardSettings, FakeLogins } from '../fakes/index.ts';
import { AskForCall, type AskVerdict } from '../flash-call/ask-for-call.ts';
import { ChallengeIds } from '../flash-call/challenge-ids.ts';
import type { CallGuards, GuardedPress } from './call-guards.ts';

const origin = { address: '192.0.2.1', userAgent: 'a browser', correlationId: 'correlation', clientId: 'demo' };
const minute = 60_000;

function personWith(sub: string, phoneNumber: string): Account {
  return { sub, login: sub, attributes: { phone_number: phoneNumber }, requiredFactor: null, locked: false } as unknown as Account;
}

/** People at the second factor, and the guards before the budget. */
class Scene {
  now = 1_800_000_000_000;
  readonly logins = new FakeLogins();
  readonly challenges = new FakeChallenges(this.logins);
  readonly queue = new FakeCallQueue();
  readonly settings = new FakeFlashCallSettings();
  readonly limits = new FakeGuardSettings();
  readonly guards = new FakeCallGuards();
  readonly audit = new FakeAuditTrail();
  readonly ids = new ChallengeIds(Buffer.alloc(32, 8), this.settings);
  readonly gate = fakeCallGate(this.guards, this.limits);
  readonly askForCall = new AskForCall(this.challenges, this, this.settings, { now: () => this.now }, this.audit);

  constructor() {
    this.settings.now = { ...this.settings.now, total: 100, delayMs: 10_000 };
  }

  async logsIn(sub: string, phoneNumber = '+79161234567'): Promise<Account> {
    await this.logins.open({ id: sub, sub, startedAt: this.now, proved: ['password'], trustSettled: false });
    return personWith(sub, phoneNumber);
  }

  async presses(account: Account, number?: number): Promise<AskVerdict> {
    const press = number ?? (await this.challenges.look(account.sub)).presses + 1;
    return (await this.askForCall.execute({ account, login: account.sub, number: press, origin })).verdict;
  }

  /** The call came to an end long ago, so that another may be asked for. */
  async isOver(account: Account): Promise<void> {
    const { challenge } = await this.challenges.look(account.sub);
    await this.challenges.failed(challenge?.id ?? '', 'provider_failed', false);
    this.now += 10_000;
  }

  events(type: AuditEvent['type']): readonly AuditEvent[] {
    return this.audit.events.filter((each) => each.type === type);
  }
}

let town: Scene;
beforeEach(() => {
  town = new Scene();
});

async function called(account: Account, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    expect(await town.presses(account)).toMatchObject({ kind: 'called' });
    await town.isOver(account);
  }
}

describe('A number that was called too often', () => {
  it('is called again when there is room: the press costs nothing and is told when', async () => {
    const began = town.now;
    const ada = await town.logsIn('ada');
    await called(ada, 5);
    const { spent, presses } = await town.challenges.look('ada');
    expect(await town.presses(ada)).toEqual({ kind: 'guarded', until: began + 10 * minute });
    expect(await town.challenges.look('ada')).toMatchObject({ spent, presses });
    expect(town.queue.jobs).toHaveLength(5);
    town.now = began + 10 * minute;
    expect(await town.presses(ada)).toMatchObject({ kind: 'called' });
  });

  it('is not called for another account either', async () => {
    await called(await town.logsIn('ada'), 5);
    expect(await town.presses(await town.logsIn('eve'))).toMatchObject({ kind: 'guarded' });
  });

  it('is told in the journal: each refusal with its guard, and the guard once', async () => {
    const ada = await town.logsIn('ada');
    await called(ada, 5);
    const until = town.now - 50_000 + 10 * minute;
    for (let time = 0; time < 3; time += 1) await town.presses(ada);
    expect(town.events('call_refused').map(({ details }) => details)).toEqual(Array(3).fill({ reason: 'guard_number', until }));
    expect(town.events('guard_fired')).toMatchObject([{ sub: 'ada', details: { reason: 'guard_number', until } }]);
    expect(JSON.stringify(town.audit.events)).not.toContain('9161234567');
  });
});

describe('What is counted is calls', () => {
  it('R16 a press that came too early gives its place back', async () => {
    const ada = await town.logsIn('ada');
    await town.presses(ada);
    for (let time = 0; time < 10; time += 1) expect(await town.presses(ada)).toMatchObject({ kind: 'waiting' });
    await town.isOver(ada);
    await called(ada, 4);
    expect(await town.presses(ada)).toMatchObject({ kind: 'guarded' });
  });

  it('R9 so does one of a person who is blocked', async () => {
    town.settings.now = { ...town.settings.now, total: 2 };
    const ada = await town.logsIn('ada');
    await called(ada, 1);
    for (let time = 0; time < 10; time += 1) expect(await town.presses(ada)).toMatchObject({ kind: 'blocked' });
    town.settings.now = { ...town.settings.now, total: 100 };
    expect(await town.presses(await town.logsIn('eve'))).toMatchObject({ kind: 'called' });
  });

  it('R1 and one of a login that is over', async () => {
    const ada = personWith('ada', '+79161234567');
    for (let number = 1; number <= 10; number += 1) expect(await town.presses(ada, number)).toEqual({ kind: 'unknown' });
    await called(await town.logsIn('eve'), 5);
  });

  it('R3 and a press that nobody offered', async () => {
    const ada = await town.logsIn('ada');
    for (let number = 100; number < 120; number += 1) expect(await town.presses(ada, number)).toEqual({ kind: 'repeated' });
    await called(ada, 5);
  });

  it('R13 and one whose call never reached the queue', async () => {
    const ada = await town.logsIn('ada');
    town.queue.broken = () => Promise.reject(new Error('down'));
    for (let time = 0; time < 8; time += 1) {
      await expect(town.presses(ada)).rejects.toThrow('queue_unavailable');
      town.now += 10_000;
    }
    town.queue.broken = undefined;
    await called(ada, 5);
  });

  it('R3 a double click is one call and counts as one, whichever click is answered first (security 28)', async () => {
    town.limits.now = { ...town.limits.now, counts: { ...town.limits.now.counts, number: { most: 1, windowMs: 10 * minute } } };
    const ada = await town.logsIn('ada');
    const verdicts = await Promise.all([1, 2, 3, 4].map(() => town.presses(ada, 1)));
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual(['called', 'repeated', 'repeated', 'repeated']);
    expect(town.queue.jobs).toHaveLength(1);
    await town.isOver(ada);
    expect(await town.presses(ada)).toMatchObject({ kind: 'guarded' });
  });

  it('R3 also when the click that was counted comes second to the budget (security 28)', async () => {
    town.limits.now = { ...town.limits.now, counts: { ...town.limits.now.counts, number: { most: 1, windowMs: 10 * minute } } };
    const ada = await town.logsIn('ada');
    const other = town.ids.next(ada) ?? '';
    const call = town.challenges.call.bind(town.challenges);
    // Between the count and the budget of this click, the other one pays.
    town.challenges.call = async (asker, press, id, now, limits) => {
      await call(asker, press, other, now, limits);
      return call(asker, press, id, now, limits);
    };
    expect(await town.presses(ada, 1)).toEqual({ kind: 'repeated' });
    town.challenges.call = call;
    await town.isOver(ada);
    expect(await town.presses(ada)).toMatchObject({ kind: 'guarded' });
  });
});

describe('Numbers that are never called', () => {
  it.each([
    ['a fixed line', '+74951234567', 'number_type'],
    ['an internet telephone', '+445600123456', 'number_type'],
  ])('%s: no counter moves, nobody is dialled, and the journal knows why', async (_what, phoneNumber, reason) => {
    const ada = await town.logsIn('ada', phoneNumber);
    expect(await town.presses(ada)).toEqual({ kind: 'not_callable' });
    expect(town.queue.jobs).toEqual([]);
    expect(await town.challenges.look('ada')).toMatchObject({ presses: 0, spent: 0 });
    expect(town.events('call_refused').map(({ details }) => details)).toEqual([{ reason }]);
  });

  it('those of countries that are not listed', async () => {
    town.limits.now = { ...town.limits.now, countries: ['RU'] };
    expect(await town.presses(await town.logsIn('aigerim', '+77011234567'))).toEqual({ kind: 'not_callable' });
    expect(await town.presses(await town.logsIn('ada'))).toMatchObject({ kind: 'called' });
    expect(town.events('call_refused').map(({ details }) => details)).toEqual([{ reason: 'country' }]);
  });

  it('in the United States nobody can tell a mobile number: it is called by default, and not when mobile is all that is listed', async () => {
    const ada = await town.logsIn('ada', '+12125550123');
    expect(await town.presses(ada)).toMatchObject({ kind: 'called' });
    town.limits.now = { ...town.limits.now, numberTypes: ['mobile'] };
    town.now += 100_000;
    expect(await town.presses(ada)).toEqual({ kind: 'not_callable' });
  });
});

describe('security 27', () => {
  it('guards that fail let nobody be called, and nothing is paid', async () => {
    const ada = await town.logsIn('ada');
    const down = (): Promise<never> => Promise.reject(new Error('guards are down'));
    const broken = { claim: down, look: down, giveBack: down } as unknown as FakeCallGuards;
    const calls = { queue: town.queue, ids: town.ids, gate: fakeCallGate(broken, town.limits) };
    const ask = new AskForCall(town.challenges, calls, town.settings, { now: () => town.now }, town.audit);
    await expect(ask.execute({ account: ada, login: 'ada', number: 1, origin })).rejects.toThrow('guards are down');
    expect(town.queue.jobs).toEqual([]);
    expect((await town.challenges.look('ada')).spent).toBe(0);
  });
});

describe('Who is counted together', () => {
  async function bucketsOf(address: string, clientId?: string): Promise<GuardedPress['buckets']> {
    let seen: GuardedPress | undefined;
    const guards: CallGuards = {
      claim: (press) => Promise.resolve({ kind: 'admitted', counted: ((seen = press), false) }),
      look: () => Promise.reject(new Error('nobody looks')),
      giveBack: () => Promise.resolve(),
    };
    const press = { sub: 'ada', phoneNumber: '+79161234567', press: 1, origin: { address, ...(clientId === undefined ? {} : { clientId }) } };
    await fakeCallGate(guards as FakeCallGuards, town.limits).claim(press, town.now);
    if (seen === undefined) throw new Error('nobody asked');
    return seen.buckets;
  }

  it('those in one /64, and those who come from no known application', async () => {
    const [one, other, third] = [await bucketsOf('2001:db8::1'), await bucketsOf('2001:db8::2', 'none'), await bucketsOf('192.0.2.1', 'shop')];
    expect(one).toEqual(other);
    expect(third.address.tag).not.toBe(one.address.tag);
    expect(third.application.tag).not.toBe(one.application.tag);
    expect(third.number).toEqual(one.number);
    expect(third.total).toEqual({ tag: 'all', most: 10_000, windowMs: 60 * minute });
  });
});
