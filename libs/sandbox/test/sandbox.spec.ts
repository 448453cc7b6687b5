import { afterAll, describe, expect, it } from '@jest/globals';
import { QuickJsSandbox } from '../src/index.ts';
import { run, tells } from './hostile/hostile.ts';
import { answered, callerNumber, program, runOf, vendorExample } from './procedures-in-the-sandbox.ts';

const sandbox = new QuickJsSandbox({ workers: 1 });
afterAll(() => sandbox.close());

describe('the vendor\'s example', () => {
  it('asks for the call first', async () => {
    await expect(sandbox.run(runOf(vendorExample))).resolves.toEqual({
      kind: 'request',
      request: {
        method: 'POST',
        url: 'https://provider.example/call',
        headers: [['Token', 'k3y-of-provider'], ['Content-Type', 'application/json']],
        body: '{"to":"+79001234567"}',
        ringsNobody: false,
        state: {},
      },
      logs: [],
    });
  });

  it('answers with the caller\'s number', async () => {
    await expect(sandbox.run(runOf(vendorExample, { result: callerNumber }))).resolves.toEqual({
      kind: 'ok', value: { code: '+79001112233' }, logs: [],
    });
  });

  it('tells what was wrong with the answer', async () => {
    await expect(sandbox.run(runOf(vendorExample, { result: answered('', 503) }))).resolves.toEqual({
      kind: 'error', code: 'wrong_http_status', details: { status: '503' }, refused: false, logs: [],
    });
  });
});

describe('the moment of a run', () => {
  it.each([
    ['new Date().toISOString()', '2026-01-31T12:00:00.000Z'],
    ['Date.now()', '1769860800000'],
    ['time.iso()', '2026-01-31T12:00:00.000Z'],
    ['time.unixSec()', '1769860800'],
  ])('%s', async (expression, seen) => {
    await expect(sandbox.run(runOf(program(expression, tells(expression))))).resolves.toMatchObject({ kind: 'ok', value: { seen } });
  });
});

describe('what signatures are made of', () => {
  it.each([
    [`crypto.sha256('abc', 'hex')`, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [`crypto.sha1('abc', 'hex')`, 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [`crypto.md5('abc', 'base64')`, 'kAFQmDzST7DWlj99KOF/cg=='],
    [`crypto.hmacSha256('Jefe', 'what do ya want for nothing?', 'hex')`, '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [`crypto.hmacSha256('SmVmZQ==', 'what do ya want for nothing?', 'base64url', 'base64')`, 'W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM'],
    [`encoding.encode('\\u00fc+?', 'base64url')`, 'w7wrPw'],
    [`encoding.decode('w7wrPw', 'base64url')`, 'ü+?'],
    [`encoding.decode('not hex', 'hex')`, 'refused'],
    [`encoding.decode('/w==', 'base64')`, 'refused'],
    [`crypto.hmacSha256('zz', 'x', 'hex', 'hex')`, 'refused'],
  ])('%s', async (expression, seen) => {
    await expect(sandbox.run(runOf(program(expression, tells(expression))))).resolves.toMatchObject({ kind: 'ok', value: { seen } });
  });
});

describe('an error names the place in the administrator\'s own source', () => {
  it.each([
    ['thrown by itself', run(`throw new Error('no money');`), { line: 4, column: 20, message: 'Error: no money' }],
    ['of a missing value', run(`return HttpLoop.Ok(obj.asObj('nothing'));`), { line: 4, message: expect.stringContaining('nothing: ') }],
    ['of a missing secret', run(`return secrets.get('nobody');`), { line: 4, message: expect.stringContaining('nobody') }],
    ['in a function of its own', run(`return f();`, `const f = () => {\n  return null.x;\n};`), { line: 2, column: 14 }],
    ['of its syntax', 'export default class {\n  run() { let = ; }\n}', { line: 2, message: expect.stringContaining('SyntaxError') }],
    ['while it is loaded', '\n\nnobody();\nexport default class { run() {} }', { line: 3, column: 1 }],
  ])('%s', async (name, source, expected) => {
    await expect(sandbox.run(runOf(program(name, source)))).resolves.toMatchObject({ kind: 'fault', fault: 'threw', ...expected });
  });
});

describe('R14 nothing that must not be seen is in a message or a log', () => {
  const secretive = run(`log('token', secrets.get('token'), obj.asString('phone_number'), obj.asString('code'), '+7 (900) 111-22-33');
    throw new Error(secrets.get('token') + ' ' + obj.asString('code') + ' ' + encoding.urlEncode(secrets.get('signed')) + '٠١٢٣ 12 345');`);

  it('masks secrets as they are and as they stand in an address, codes and telephone numbers', async () => {
    const ran = await sandbox.run(runOf(program('secretive', secretive), { secrets: { token: 'k3y', signed: 'a/b c' } }));

    expect(ran).toMatchObject({ fault: 'threw', message: 'Error: ••• ••• ••••••', logs: ['token ••• ••• ••• +•••'] });
  });
});

describe('a log', () => {
  it('has at most 20 lines, and one that says so', async () => {
    const { logs } = await sandbox.run(runOf(program('talkative', run(`for (let i = 0; i < 100; i += 1) log('line', i); return HttpLoop.Ok();`))));

    expect(logs).toHaveLength(21);
    expect(logs.at(19)).toBe('line 19');
    expect(logs.at(20)).toMatch(/dropped/);
  });

  it('has lines of at most 200 characters, and no part of a secret at their end', async () => {
    const source = run(`log('x'.repeat(195) + secrets.get('token')); log('y'.repeat(4094) + secrets.get('token')); return HttpLoop.Ok();`);
    const { logs } = await sandbox.run(runOf(program('long', source)));

    expect(logs.map((line) => line.length)).toEqual([198, 200]);
    expect(logs.join()).not.toContain('k3');
  });
});

describe('the memory of a run', () => {
  const texts = (mebibytes: number) => run(`const all = []; for (let i = 0; i < ${mebibytes}; i += 1) all.push(String(i).repeat(1048576).slice(0, 1048576));
    return HttpLoop.Ok(JsObj.empty.addNum('texts', all.length));`);
  const buffers = (mebibytes: number) => run(`const all = []; for (let i = 0; i < ${mebibytes}; i += 1) all.push(new Uint8Array(1048576));
    return HttpLoop.Ok(JsObj.empty.addNum('texts', all.length));`);

  it.each([['texts', texts], ['buffers', buffers]])('holds 12 MiB of %s, and not 17', async (what, holding) => {
    await expect(sandbox.run(runOf(program(`12 ${what}`, holding(12))))).resolves.toMatchObject({ kind: 'ok', value: { texts: 12 } });
    await expect(sandbox.run(runOf(program(`17 ${what}`, holding(17))))).resolves.toMatchObject({ kind: 'fault', fault: 'too_much_memory', line: 4 });
  });
});

describe('threads', () => {
  it('are started by the first run, and by nothing else', async () => {
    const idle = new QuickJsSandbox();
    expect(idle.threads).toBe(0);

    await idle.run(runOf(vendorExample));
    expect(idle.threads).toBe(1);

    idle.close();
    expect(idle.threads).toBe(0);
  });

  it('are thrown away after a run that broke them, and the next run has another', async () => {
    const own = new QuickJsSandbox({ workers: 1, answerMs: 200 });
    const stuck = program('stuck', run('return [].indexOf.call({ length: 2 ** 53 - 1 }, 1);'));

    await expect(own.run(runOf(stuck))).resolves.toMatchObject({ kind: 'fault', fault: 'too_long' });
    expect(own.threads).toBe(0);
    await expect(own.run(runOf(vendorExample, { result: callerNumber }))).resolves.toMatchObject({ kind: 'ok' });
    own.close();
  });

  it('are heard when this process was busy for longer than they may take', async () => {
    const own = new QuickJsSandbox({ workers: 1, answerMs: 100 });
    await own.run(runOf(vendorExample));
    // From a timer, as a service's work often is: other timers that are due are near.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const ran = own.run(runOf(vendorExample, { result: callerNumber }));
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    // The run was handed over; now nothing is heard for three times as long as it may take.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);

    await expect(ran).resolves.toMatchObject({ kind: 'ok' });
    expect(own.threads).toBe(1);
    own.close();
  });

  it('answer runs that wait when the sandbox is closed, and never throw', async () => {
    const closing = new QuickJsSandbox({ workers: 1 });
    const runs = Promise.all([1, 2, 3].map(() => closing.run(runOf(vendorExample))));
    closing.close();

    for (const ran of await runs) expect(ran).toMatchObject({ kind: 'fault', fault: 'sandbox_broke' });
    await expect(closing.run(runOf(vendorExample))).resolves.toMatchObject({ kind: 'fault', fault: 'sandbox_broke' });
  });

  it('refuse what is more than may wait', async () => {
    const small = new QuickJsSandbox({ workers: 1, queue: 2 });
    const rans = await Promise.all([1, 2, 3, 4].map(() => small.run(runOf(vendorExample, { result: callerNumber }))));
    small.close();

    expect(rans.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'fault']);
  });
});
