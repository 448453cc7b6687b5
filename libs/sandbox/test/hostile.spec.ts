import { afterAll, describe, expect, it } from '@jest/globals';
import type { Ran } from '@blitz/procedures';
import { QuickJsSandbox } from '../src/index.ts';
import { answers } from './hostile/answers.ts';
import { bombs } from './hostile/bombs.ts';
import { escapes } from './hostile/escapes.ts';
import type { Outcome } from './hostile/hostile.ts';
import { poison } from './hostile/poison.ts';
import { callerNumber, program, runOf, vendorExample } from './procedures-in-the-sandbox.ts';

const sandbox = new QuickJsSandbox({ workers: 1 });
afterAll(() => sandbox.close());

const corpus = { 'a way out': escapes, 'a bomb': bombs, 'poison': poison, 'an answer that is none': answers };

describe.each(Object.entries(corpus))('%s', (_kind, rows) => {
  it.each(rows)('does no harm: $name', async ({ name, source, outcome }) => {
    const ran = await sandbox.run(runOf(program(name, source)));

    expectOutcome(ran, outcome);
    expect(JSON.stringify(ran)).not.toContain('k3y-of-provider');
    await expect(sandbox.run(runOf(vendorExample, { result: callerNumber }))).resolves.toEqual({
      kind: 'ok', value: { code: '+79001112233' }, logs: [],
    });
  });
});

it('has at least 60 hostile procedures, each by its own name', () => {
  const names = Object.values(corpus).flatMap((rows) => rows.map(({ name }) => name));

  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

function expectOutcome(ran: Ran, outcome: Outcome): void {
  if ('seen' in outcome || ran.kind !== 'fault') {
    expect(ran).toEqual({ kind: 'ok', value: outcome, logs: [] });
    return;
  }
  expect([outcome.fault].flat()).toContain(ran.fault);
  expect(ran.message).toMatch(outcome.says ?? /./);
  expect(ran.message.length).toBeLessThanOrEqual(300);
}
