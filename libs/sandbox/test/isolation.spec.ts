import { afterAll, describe, expect, it } from '@jest/globals';
import type { Ran } from '@blitz/procedures';
import { QuickJsSandbox } from '../src/index.ts';
import { tells } from './hostile/hostile.ts';
import { program, runOf } from './procedures-in-the-sandbox.ts';

const sandbox = new QuickJsSandbox({ workers: 1 });
afterAll(() => sandbox.close());

const seenIn = (ran: Ran) => (ran.kind === 'ok' ? ran.value['seen'] : ran);

/** Ways to leave something behind; each expression tells what it finds, and leaves something for the next run. */
const traces: readonly (readonly [where: string, expression: string, before: string])[] = [
  ['a variable of the module', 'count++', 'let count = 0;'],
  ['a static field of the class', '(Hostile.count = (Hostile.count ?? -1) + 1)', ''],
  ['the global object', '(globalThis.count = (globalThis.count ?? -1) + 1)', ''],
  ['Object.prototype', '(Object.prototype.count = (({}).count ?? -1) + 1)', ''],
  ['a registered symbol', '(Symbol.for("x")[0], Object.prototype[Symbol.for("x")] = (({})[Symbol.for("x")] ?? -1) + 1)', ''],
  ['a closure', 'next()', 'const next = ((n) => () => n++)(0);'],
  ['a map and a weak map', '(kept.set(key, (kept.get(key) ?? -1) + 1), kept.get(key))', 'const key = {}; const kept = new WeakMap();'],
  ['a generator that was begun', 'steps.next().value', 'const steps = (function* () { for (let n = 0; ; n += 1) yield n; })();'],
  ['lastIndex of a regular expression', '(sticky.test("aaaa"), sticky.lastIndex - 1)', 'const sticky = /a/g;'],
  ['a method of the language', '((n) => { const had = HttpLoop.count ?? 0; try { HttpLoop.count = had + 1; } catch {} return had; })()', ''],
  ['a job of a promise', '((n) => { Promise.resolve().then(() => { late += 1; }); return late; })()', 'let late = 0;'],
  ['a buffer', 'bytes[0]++', 'const bytes = new Uint8Array(8);'],
];

describe('a run begins as if there had never been another', () => {
  it.each(traces)('nothing stays in %s', async (where, expression, before) => {
    const traced = program(where, tells(expression, before));

    const seen = [];
    for (let round = 0; round < 4; round += 1) seen.push(seenIn(await sandbox.run(runOf(traced))));

    expect(seen).toEqual(['0', '0', '0', '0']);
  });

  it.each(traces)('nothing in %s is seen by another program', async (where, expression, before) => {
    const one = program(`one ${where}`, tells(expression, before));
    const other = program(`other ${where}`, tells(expression, before));

    for (const each of [one, other, one, other]) expect(seenIn(await sandbox.run(runOf(each)))).toBe('0');
  });

  it('after a run that was ended in the middle', async () => {
    const half = (body: string) => tells(`((had) => { globalThis.had = true; ${body}; return had; })(typeof had)`);
    await sandbox.run(runOf(program('half', half('for (;;) {}'))));

    expect(seenIn(await sandbox.run(runOf(program('half', half('0')))))).toBe('undefined');
  });

  it('memory that was given back holds nothing of others', async () => {
    await sandbox.run(runOf(program('writer', tells(`((all) => { for (let i = 0; i < 60; i += 1) all.push(new Uint8Array(65536).fill(170)); return all.length; })([])`))));
    const reader = program('reader', tells(`((all) => { let n = 0; for (let i = 0; i < 60; i += 1) n += 1 + new Uint8Array(65536).indexOf(170); return n; })([])`));

    expect(seenIn(await sandbox.run(runOf(reader)))).toBe('0');
  });
});

describe('what a program is told while it is loaded', () => {
  const keeper = program('keeper', tells('kept', `const kept = secrets.get('token');`));

  it('is told again when it was a secret: the next run may have another', async () => {
    const first = await sandbox.run(runOf(keeper, { secrets: { token: 'old' } }));
    const second = await sandbox.run(runOf(keeper, { secrets: { token: 'new' } }));

    expect([first, second].map(seenIn)).toEqual(['old', 'new']);
  });

  it('is logged in each run', async () => {
    const talker = program('talker', tells('1', `log('loaded');`));

    for (let round = 0; round < 3; round += 1) expect((await sandbox.run(runOf(talker))).logs).toEqual(['loaded']);
  });

  it('is read again when the source has changed under the same name', async () => {
    const seen = [];
    for (const version of ['1', '2', '1']) seen.push(seenIn(await sandbox.run(runOf(program('same', tells(version))))));

    expect(seen).toEqual(['1', '2', '1']);
  });
});

it('more programs than are kept all answer right', async () => {
  const programs = Array.from({ length: 40 }, (_, n) => program(`many ${n}`, tells(`${n}`)));

  for (const round of [1, 2]) {
    for (const [n, each] of programs.entries()) expect([round, seenIn(await sandbox.run(runOf(each)))]).toEqual([round, String(n)]);
  }
});
