import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshRedis } from '@blitz/testing';
import { Redis } from 'ioredis';
import { atOnce, countOf, limits, Person } from './person.ts';

/** Without waiting between calls: for what is about budgets alone. */
const quick = { ...limits, delayMs: 0 };

let connections: Redis[];
beforeAll(async () => {
  const { url } = await freshRedis();
  connections = Array.from({ length: 4 }, () => new Redis(url));
});
afterAll(() => Promise.all(connections.map((each) => each.quit())));

function ada(): Person {
  const person = new Person(connections);
  person.limits = quick;
  return person;
}

async function blocked(): Promise<Person> {
  const person = ada();
  const asker = await person.opensLogin();
  while ((await person.looks()).blockedUntil === 0) {
    const id = await person.isCalled(asker);
    for (let entry = 0; entry < 3; entry += 1) await person.types(asker, id, 'wrong');
  }
  return person;
}

describe('an administrator unblocks an account', () => {
  it('R9 so that it is called again at once, with a whole budget, and the page that waits hears of it', async () => {
    const person = await blocked();
    expect((await person.presses(await person.opensLogin())).kind).toBe('blocked');
    const until = (await person.looks()).blockedUntil;
    expect(await person.challenges.unblock(person.sub, person.now)).toEqual({ spent: 10, blockedUntil: until });
    expect(await person.looks()).toMatchObject({ spent: 0, blockedUntil: 0 });
    expect(await person.presses(await person.opensLogin())).toMatchObject({ kind: 'called', budgetLeft: 9 });
  });

  it('R8 and of many who do it at once one is told of the block', async () => {
    const person = await blocked();
    const told = await atOnce(20, () => person.challenges.unblock(person.sub, person.now));
    expect(told.filter(({ blockedUntil }) => blockedUntil > 0)).toHaveLength(1);
    expect(told.filter(({ spent }) => spent > 0)).toHaveLength(1);
  });

  it('R12 while the person types: the right digits are right, and exactly the tries are looked at', async () => {
    for (let round = 0; round < 10; round += 1) {
      const person = ada();
      const asker = await person.opensLogin();
      const id = await person.isCalled(asker);
      const [wrong] = await Promise.all([
        atOnce(2, () => person.types(asker, id, 'wrong')),
        atOnce(3, () => person.challenges.unblock(person.sub, person.now)),
      ]);
      expect(countOf(wrong)).toEqual({ wrong: 2 });
      const { challenge, spent } = await person.looks();
      expect(challenge).toMatchObject({ state: 'awaiting', triesLeft: 1 });
      expect(spent).toBeLessThanOrEqual(2);
      const [last] = await Promise.all([person.types(asker, id, 'right'), person.challenges.unblock(person.sub, person.now)]);
      expect(last).toMatchObject({ kind: 'right' });
    }
  });

  it('R7 does not bring a burned code back', async () => {
    const person = ada();
    const asker = await person.opensLogin();
    const id = await person.isCalled(asker);
    for (let entry = 0; entry < 3; entry += 1) await person.types(asker, id, 'wrong');
    await person.challenges.unblock(person.sub, person.now);
    expect((await person.types(asker, id, 'right')).kind).toBe('closed');
  });

  it('who was never blocked, or whose block is over, is left as they are', async () => {
    const person = await blocked();
    person.now += quick.blockMs;
    expect(await person.challenges.unblock(person.sub, person.now)).toEqual({ spent: 0, blockedUntil: 0 });
    expect(await ada().challenges.unblock(ada().sub, 1)).toEqual({ spent: 0, blockedUntil: 0 });
  });
});

describe('an administrator has the factor begin anew', () => {
  it('R3 what waits to be dialled is not dialled, and the press stays used', async () => {
    const person = ada();
    const asker = await person.opensLogin();
    const { id } = await person.presses(asker);
    await person.challenges.reset(person.sub, person.now);
    expect((await person.challenges.claim(id, person.now)).kind).toBe('gone');
    expect((await person.presses(asker, 1)).kind).toBe('repeated');
    expect((await person.presses(asker, 2)).kind).toBe('called');
  });

  it('the digits of the call before it help no more, and the page is told why', async () => {
    const person = ada();
    const asker = await person.opensLogin();
    const id = await person.isCalled(asker);
    expect(await person.challenges.reset(person.sub, person.now)).toEqual({ spent: 1, blockedUntil: 0 });
    expect(await person.types(asker, id, 'right')).toMatchObject({ kind: 'closed', because: 'reset' });
  });

  it('R12 of a right entry and a reset at once, either the entry was first or it is refused', async () => {
    for (let round = 0; round < 20; round += 1) {
      const person = ada();
      const asker = await person.opensLogin();
      const id = await person.isCalled(asker);
      const [entry] = await Promise.all([person.types(asker, id, 'right'), person.challenges.reset(person.sub, person.now)]);
      const { challenge, spent } = await person.looks();
      expect([entry.kind, challenge?.state]).toEqual(entry.kind === 'right' ? ['right', 'confirmed'] : ['closed', 'closed']);
      expect(spent).toBe(0);
    }
  });
});
