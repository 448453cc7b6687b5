import { once } from 'node:events';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { afterEach, expect, it } from '@jest/globals';
import { QuickJsSandbox } from '@blitz/sandbox';

/** Jest gives tests a copy of the environment; a thread that shares the real one can move the machine. */
async function moveTo(zone: string): Promise<void> {
  await once(new Worker(`process.env.TZ = ${JSON.stringify(zone)};`, { eval: true, env: SHARE_ENV, execArgv: [] }), 'exit');
}
afterEach(() => moveTo('UTC'));

const javascript = `export default class { run() {
  const dates = [new Date(2026, 0, 1), new Date('2026-01-01T00:00:00'), new Date('1 January 2026')];
  return HttpLoop.Ok(JsObj.empty.addString('dates', dates.map((date) => date.toISOString() + date.getHours() + date.getTimezoneOffset()).join()));
} }`;

it('a procedure answers the same wherever the server stands', async () => {
  await moveTo('America/New_York');
  const sandbox = new QuickJsSandbox();
  const program = { id: 'dates', javascript, entryPoints: ['run'], secrets: [] } as const;
  const ran = await sandbox.run({ program, entryPoint: 'run', obj: {}, result: null, secrets: {}, now: 0 });
  sandbox.close();
  const date = '2026-01-01T00:00:00.000Z00';
  expect(ran).toEqual({ kind: 'ok', value: { dates: [date, date, date].join() }, logs: [] });
});
