import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntryVerdict } from '@blitz/factors';
import { placedByProvider, placedFrom, unansweredHint } from '@blitz/factors/fakes';
import { freshRedis, type FreshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { until } from './company.ts';
import { dumpOf, Office, origin } from './office.ts';

/** What is said to a provider after its call was made, by way of the real queue. */
let store: FreshRedis;
let redis: Redis;
let office: Office;

beforeAll(async () => {
  store = await freshRedis();
  redis = new Redis(store.url);
});
afterAll(() => redis.quit());
beforeEach(async () => {
  await store.flush();
  office = new Office(store.url);
  office.entries.waits = async (found) => {
    let verdict: EntryVerdict | undefined;
    await until(() => (verdict = found()) !== undefined).catch(() => undefined);
    return verdict;
  };
});
afterEach(() => office.closes());

async function calledPerson(): Promise<{ readonly sub: string; readonly types: (typed: string) => Promise<string> }> {
  const account = await office.person('ada');
  const challengeId = await office.presses(account);
  await until(async () => (await office.challenges.look(account.sub)).challenge?.state === 'awaiting');
  const asker = { sub: account.sub, login: 'login' };
  const types = async (typed: string): Promise<string> =>
    (await office.enterCode.execute({ asker, challengeId, typed, origin })).answer.kind;
  return { sub: account.sub, types };
}

describe('an entry that a provider judges', () => {
  it('goes to the dialler and back, and the report says how long it took', async () => {
    office.provider.answer = placedByProvider();
    office.provider.judges = ({ typed }) => (typed === '7391' ? 'right' : 'wrong');
    office.dialler();
    const ada = await calledPerson();
    expect([await ada.types('0000'), await ada.types('7391')]).toEqual(['wrong', 'right']);
    await until(() => office.reports.length === 3);
    expect(office.reports.map(({ deed, outcome, correlation }) => [deed, outcome, correlation])).toEqual([
      ['dial', 'placed', 'the correlation'],
      ['check', 'wrong', 'the correlation'],
      ['check', 'right', 'the correlation'],
    ]);
  });

  it('R12 of three at once, with two diallers, each is asked about once', async () => {
    office.provider.answer = placedByProvider();
    office.provider.judges = () => 'wrong';
    for (let each = 0; each < 2; each += 1) office.dialler();
    const ada = await calledPerson();
    expect(await Promise.all([ada.types('1111'), ada.types('2222'), ada.types('3333')])).toEqual(['wrong', 'wrong', 'wrong']);
    expect(office.provider.checks.map(({ typed }) => typed).sort()).toEqual(['1111', '2222', '3333']);
  });

  it('R14 is a job of two names, while it waits and while it is worked on, and nothing after', async () => {
    office.provider.answer = placedByProvider();
    let dump = '';
    office.provider.judges = async () => {
      dump = await dumpOf(redis);
      return 'right' as const;
    };
    office.dialler();
    const ada = await calledPerson();
    expect(await ada.types('739146'.slice(-4))).toBe('right');
    const [job] = /\{blitz\}:followUps:[\w-]{22} .*/.exec(dump) ?? [''];
    expect(Object.keys(JSON.parse(/"data":"(\{.*?\})"/.exec(job)?.[1]?.replaceAll('\\"', '"') ?? '{}') as object)).toEqual(['challengeId', 'entry']);
    for (const secret of ['9161234567', '"9146"', '192.0.2.1', 'a browser']) expect(dump).not.toContain(secret);
    await until(async () => (await redis.keys('{blitz}:followUps:*')).every((key) => !/:[\w-]{22}$/.test(key)));
  });

  it('does not wait behind calls, and no call waits behind it', async () => {
    office.provider.answer = placedByProvider();
    const waiting: (() => void)[] = [];
    office.provider.judges = () => new Promise((resolve) => waiting.push(() => { resolve('wrong'); }));
    office.dialler({ concurrency: 1 });
    const ada = await calledPerson();
    const typed = ada.types('1111');
    await until(() => waiting.length === 1);
    await office.presses(await office.person('bob'));
    await until(() => office.reports.length === 2);
    expect(office.reports.map(({ deed }) => deed)).toEqual(['dial', 'dial']);
    waiting[0]?.();
    expect(await typed).toBe('wrong');
  });

  it('is reported with the reason when its provider did not say', async () => {
    office.provider.answer = placedByProvider();
    office.dialler();
    const ada = await calledPerson();
    expect(await ada.types('1111')).toBe('not_confirmed');
    await until(() => office.reports.length === 2);
    expect(office.reports[1]).toMatchObject({ deed: 'check', outcome: 'unanswered', hint: unansweredHint });
  });
});

describe('a phone that still rings', () => {
  it('is silenced by the dialler after the right code, once', async () => {
    office.provider.answer = placedFrom('+79587654321', { memo: 'the memo', canHangUp: true });
    office.dialler();
    const ada = await calledPerson();
    expect(await ada.types('4321')).toBe('right');
    await until(() => office.reports.some(({ deed }) => deed === 'hangUp'));
    expect(office.reports.at(-1)).toMatchObject({ deed: 'hangUp', outcome: 'hung_up', correlation: 'the correlation' });
    expect(office.provider.hungUp).toEqual([{ procedure: 'fake', memo: 'the memo', canHangUp: true }]);
  });

  it('is reported when the provider could not silence it, with the reason', async () => {
    office.provider.answer = placedFrom('+79587654321', { canHangUp: true });
    office.provider.hangsUp = { outcome: 'not_hung_up', hint: 'fake, status 404: no_such_call' };
    office.dialler();
    const ada = await calledPerson();
    expect(await ada.types('4321')).toBe('right');
    await until(() => office.reports.length === 2);
    expect(office.reports[1]).toMatchObject({ deed: 'hangUp', outcome: 'not_hung_up', hint: 'fake, status 404: no_such_call' });
  });

  it('R19 a provider that fails at it is reported, and the person is through all the same', async () => {
    office.provider.answer = placedFrom('+79587654321', { canHangUp: true });
    office.provider.hangUp = () => Promise.reject(new Error('said +79587654321'));
    office.dialler();
    const ada = await calledPerson();
    expect(await ada.types('4321')).toBe('right');
    await until(() => office.reports.length === 2);
    expect(office.reports[1]).toMatchObject({ deed: 'hangUp', outcome: 'crashed' });
    expect(await dumpOf(redis)).not.toContain('79587654321');
  });
});
