import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { QuickJsSandbox } from '../src/index.ts';
import { bombs } from './hostile/bombs.ts';
import { run } from './hostile/hostile.ts';
import { callerNumber, program, runOf, vendorExample } from './procedures-in-the-sandbox.ts';

// Every bomb costs a thread, which a busy machine takes its time to start.
jest.setTimeout(180_000);

const HURT_MS = 5;
const sandbox = new QuickJsSandbox({ workers: 2, answerMs: 300 });
afterAll(() => sandbox.close());

const good = () => sandbox.run(runOf(vendorExample, { result: callerNumber }));

/** How long calls take, one after the other, for as long as something else goes on (at least `least` of them). */
async function callsBeside(other: Promise<unknown>, least: number): Promise<number[]> {
  const over = new AbortController();
  const ended = other.finally(() => over.abort());
  const times: number[] = [];
  while (!over.signal.aborted || times.length < least) {
    const begin = performance.now();
    const ran = await good();
    times.push(performance.now() - begin);
    expect(ran).toMatchObject({ kind: 'ok', value: { code: '+79001112233' } });
  }
  await ended;
  return times;
}

const median = (times: number[]) => times.sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;

/**
 * Both medians are taken in one run of one test, from thousands of calls, one right after the other; what is compared is their
 * difference, which is a tenth of a millisecond when nobody is hurt and a hundred when a call waits for a hostile run.
 */
describe('none hurts a neighbour\'s call by more than 5 ms at the median', () => {
  beforeAll(async () => {
    for (let warm = 0; warm < 200; warm += 1) await good();
  });

  it('one hostile procedure after the other, all of them bombs', async () => {
    const alone = median(await callsBeside(Promise.resolve(), 2_000));

    const beside = median(await callsBeside(allInTurn(), 2_000));

    expect(beside - alone).toBeLessThan(HURT_MS);
  });

  it('ten hostile procedures at once, again and again', async () => {
    const alone = median(await callsBeside(Promise.resolve(), 2_000));
    const endless = Array.from({ length: 10 }, (_, n) => program(`at once ${n}`, run('for (;;) {}')));

    const beside = median(await callsBeside(Promise.all([...endless, ...endless].map((each) => sandbox.run(runOf(each)))), 2_000));

    expect(beside - alone).toBeLessThan(HURT_MS);
  });

  async function allInTurn(): Promise<void> {
    for (const { name, source } of bombs) await sandbox.run(runOf(program(name, source)));
  }
});

it('a procedure that turns hostile after it was trusted is kept from the others', async () => {
  const turning = program('turning', run(`if (obj.asString('locale') === 'ru') for (;;) {} return HttpLoop.Ok();`));
  await sandbox.run(runOf(turning));
  const hostile = runOf(turning, { obj: { locale: 'ru' } });
  await sandbox.run(hostile);

  const times = await callsBeside(Promise.all([1, 2, 3, 4, 5].map(() => sandbox.run(hostile))), 100);

  expect(median(times)).toBeLessThan(50);
});

it('a new procedure waits for one hostile run at most, however many there are', async () => {
  const endless = program('patient', run('for (;;) {}'));
  await sandbox.run(runOf(endless));
  const order: string[] = [];
  const hostile = Promise.all([1, 2, 3, 4, 5, 6].map(() => sandbox.run(runOf(endless)).then(() => order.push('hostile'))));

  await sandbox.run(runOf(program('newcomer', vendorExample.javascript), { result: callerNumber })).then(() => order.push('newcomer'));
  await hostile;

  expect(order.indexOf('newcomer')).toBeLessThanOrEqual(1);
});
