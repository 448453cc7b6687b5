import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeAuditTrail } from '@blitz/audit/fakes';
import { Sealer } from '@blitz/kernel';
import { FakeCompiler } from '../fakes/fake-compiler.ts';
import { FakeProcedureStore } from '../fakes/fake-procedure-store.ts';
import { FakeSandbox } from '../fakes/fake-sandbox.ts';
import type { Ran } from '../sandbox.ts';
import { openSecret } from '../store/secrets.ts';
import { ExamineProcedure } from './examine-procedure.ts';
import { KeepSecrets } from './keep-secrets.ts';
import { SavePlan } from './save-plan.ts';
import { SaveProcedure } from './save-procedure.ts';

const stamp = { author: 'admin', address: '192.0.2.1', browser: 'Firefox' };
const clock = { now: () => 1_800_000_000_000 };
const [older, newer] = [randomBytes(32), randomBytes(32)];
const text = { key: 'sms-ru', name: 'SMS.RU', source: 'source', hosts: ['SMS.ru:443', 'пример.рф'], expectedVersion: 0, ...stamp };
const request: Ran = {
  kind: 'request',
  logs: [],
  request: { method: 'GET', url: 'https://sms.ru/', headers: [], ringsNobody: false, state: {} },
};
const threw: Ran = { kind: 'fault', fault: 'threw', message: 'x is missing', line: 4, column: 2, logs: [] };

const token = { name: 'token', value: 's3cret', hosts: ['SMS.ru:443', 'пример.рф'] };
const nothing = { name: '', hosts: [], sealed: '' };

let store: FakeProcedureStore;
let compiler: FakeCompiler;
let sandbox: FakeSandbox;
let audit: FakeAuditTrail;
let save: SaveProcedure;
let secrets: KeepSecrets;

beforeEach(() => {
  [store, compiler, sandbox, audit] = [new FakeProcedureStore(), new FakeCompiler(), new FakeSandbox(), new FakeAuditTrail()];
  sandbox.answer = () => request;
  const sealer = new Sealer([older]);
  save = new SaveProcedure(new ExamineProcedure(compiler, sandbox, store, sealer, clock), store, clock, audit);
  secrets = new KeepSecrets(store, sealer, clock, audit);
});

const problems = (more: object = {}): Promise<unknown> =>
  save.execute({ ...text, ...more }).then(
    () => [],
    (error: unknown) => (error as { problems?: unknown }).problems ?? error,
  );

describe('a procedure is saved', () => {
  it('with its hosts as the URL standard writes them, and noted with its name and version', async () => {
    expect(await save.execute(text)).toBe(1);
    expect((await store.set()).procedures).toMatchObject([{ key: 'sms-ru', version: 1, hosts: ['sms.ru', 'xn--e1afmkfd.xn--p1ai'], javascript: 'js' }]);
    expect(audit.events).toEqual([
      { type: 'procedure_saved', at: clock.now(), sub: 'admin', address: '192.0.2.1', userAgent: 'Firefox', details: { name: 'sms-ru', version: 1 } },
    ]);
  });

  it('unless somebody else saved it meanwhile', async () => {
    await save.execute(text);
    await expect(save.execute(text)).rejects.toMatchObject({ code: 'procedure_changed_meanwhile' });
    expect(audit.events).toHaveLength(1);
  });

  it.each(['', 'SMS', 'sms ru', '-sms', 'sms--ru', 'a'.repeat(41), 'n79001234567', '__proto__', 'смс'])('under no such key as %j', async (key) => {
    await expect(save.execute({ ...text, key })).rejects.toMatchObject({ code: 'procedure_unknown' });
  });

  it.each<[string, object]>([
    ['no name', { name: ' ' }],
    ['a name without end', { name: 'x'.repeat(101) }],
    ['a source that is no text', { source: 5 }],
    ['no list of hosts', { hosts: 'sms.ru' }],
    ['an address instead of a host', { hosts: ['https://sms.ru/'] }],
    ['a pattern', { hosts: ['*.sms.ru'] }],
    ['a path', { hosts: ['sms.ru/code'] }],
    ['a user', { hosts: ['a@sms.ru'] }],
    ['too many hosts', { hosts: Array.from({ length: 21 }, (_, at) => `h${at}.ru`) }],
  ])('never with %s', async (_what, more) => {
    expect(await problems(more)).toEqual([{ line: 1, column: 1, message: expect.stringMatching(/expected|must be/) }]);
  });
});

describe('a procedure is refused, with the line', () => {
  it('when it does not compile', async () => {
    compiler.problems = [{ line: 3, column: 9, message: "Type 'string' is not assignable" }];
    expect(await problems()).toEqual(compiler.problems);
    expect((await store.set()).procedures).toEqual([]);
  });

  it('when it names an unknown secret, or a host that is not in its list', async () => {
    compiler.compiled = {
      ...compiler.compiled,
      secrets: [{ name: 'token', line: 8, column: 5 }],
      hosts: [{ host: 'sms.ru', line: 2, column: 1 }, { host: 'evil.example', line: 5, column: 7 }],
    };
    expect(await problems()).toEqual([
      { line: 5, column: 7, message: expect.stringContaining('evil.example is not in') },
      { line: 8, column: 5, message: expect.stringContaining('there is no secret "token"') },
    ]);
    await secrets.save({ ...token, ...stamp });
    compiler.compiled = { ...compiler.compiled, hosts: [] };
    expect(await problems()).toEqual([]);
    // What a rehearsal says is shown to whoever wrote it: it knows nobody's secret.
    expect(Object.keys(sandbox.runs[0]?.secrets ?? {})).toEqual(['token']);
    expect(JSON.stringify(sandbox.runs)).not.toContain('s3cret');
  });

  it('when it could send a secret to a host that the secret is not kept for', async () => {
    await secrets.save({ ...token, ...stamp });
    compiler.compiled = { ...compiler.compiled, secrets: [{ name: 'token', line: 8, column: 5 }] };
    const message = 'the secret "token" is kept for sms.ru, xn--e1afmkfd.xn--p1ai and may not be used beside evil.example: save it anew with its value to use it elsewhere';
    expect(await problems({ hosts: ['sms.ru', 'evil.example'] })).toEqual([{ line: 8, column: 5, message }]);
    expect(await problems({ hosts: ['sms.ru:8443'] })).toEqual([{ line: 8, column: 5, message: expect.stringContaining('beside sms.ru:8443') }]);
    expect([(await store.set()).procedures, sandbox.runs]).toEqual([[], []]);
    expect(await problems({ hosts: ['sms.ru'] })).toEqual([]);
    compiler.compiled = { ...compiler.compiled, secrets: [] };
    expect(await problems({ hosts: ['sms.ru', 'evil.example'], expectedVersion: 1 })).toEqual([]);
  });

  it('when it names a secret that no master key opens', async () => {
    await store.saveSecret({ name: 'token', hosts: ['sms.ru'], sealed: 'v1.lost.lost' });
    compiler.compiled = { ...compiler.compiled, secrets: [{ name: 'token', line: 8, column: 5 }] };
    expect(await problems({ hosts: ['sms.ru'] })).toMatchObject({ code: 'secret_unreadable', details: { name: 'token' } });
  });

  it.each<[string, Ran, string]>([
    ['loops', { kind: 'fault', fault: 'too_long', message: '', line: 6, column: 1, logs: [] }, 'did not end within 100 ms'],
    ['returns something else', { kind: 'fault', fault: 'no_answer', message: 'a text', line: 6, column: 1, logs: [] }, 'something else'],
    ['eats memory', { kind: 'fault', fault: 'too_much_memory', message: '', line: 6, column: 1, logs: [] }, '16 MiB'],
  ])('when it %s, at once or after an answer', async (_what, ran, words) => {
    sandbox.answer = () => ran;
    expect(await problems()).toEqual([{ line: 6, column: 1, message: expect.stringContaining(words) }]);
    sandbox.answer = ({ result }) => (result?.status === 500 ? ran : request);
    expect(await problems()).toEqual([{ line: 6, column: 1, message: expect.stringContaining(words) }]);
  });

  it.each<[string, Ran, string]>([
    ['asks a host that only shows when it runs', { ...request, request: { ...(request).request, url: 'https://evil.example/x' } }, 'evil.example is not in'],
    ['asks no absolute address', { ...request, request: { ...(request).request, url: '/call' } }, 'not absolute'],
    ['is satisfied without a code', { kind: 'ok', value: {}, logs: [] }, 'code in Ok is no text'],
    ['lets the provider check, and can not ask it', { kind: 'ok', value: { check: {} }, logs: [] }, 'no method check'],
  ])('when it %s', async (_what, ran, words) => {
    sandbox.answer = ({ result }) => (result === null || result.status === 200 ? ran : request);
    expect(await problems()).toEqual([{ line: 1, column: 1, message: expect.stringContaining(words) }]);
  });

  it('when it fails before anybody was asked, but not when an answer lacks what it needs', async () => {
    sandbox.answer = () => threw;
    expect(await problems()).toEqual([{ line: 4, column: 2, message: 'run: it failed before anything was asked (x is missing)' }]);
    sandbox.answer = ({ result }) => (result === null ? request : threw);
    expect(await problems()).toEqual([]);
  });

  it('but not when check or hangUp miss what only a real call has', async () => {
    compiler.compiled = { ...compiler.compiled, entryPoints: ['run', 'check', 'hangUp'] };
    sandbox.answer = ({ entryPoint }) => (entryPoint === 'run' ? request : threw);
    expect(await problems()).toEqual([]);
  });

  it('when the method that reads callbacks makes a request', async () => {
    compiler.compiled = { ...compiler.compiled, entryPoints: ['run', 'status'] };
    expect(await problems()).toEqual([{ line: 1, column: 1, message: expect.stringContaining('status:') }]);
  });
});

describe('a plan', () => {
  let plans: SavePlan;
  beforeEach(async () => {
    plans = new SavePlan(store, clock, audit);
    await save.execute(text);
  });

  it('is saved in its order, and noted', async () => {
    const plan = [{ procedure: 'sms-ru', destinations: ['RU', '+7900', 'RU'], enabled: true }];
    expect(await plans.execute({ plan, expectedVersion: 0, ...stamp })).toBe(1);
    expect((await store.set()).plan).toEqual([{ procedure: 'sms-ru', destinations: ['RU', '+7900'], enabled: true }]);
    expect(audit.events.at(-1)).toMatchObject({ type: 'plan_saved', details: { version: 1, count: 1 } });
  });

  const good = { procedure: 'sms-ru', destinations: [], enabled: true };
  it.each<[unknown, string]>([
    ['x', ''],
    [[null], '0'],
    [[{ ...good, procedure: 'nobody' }], '0.procedure'],
    [[{ ...good, procedure: '__proto__' }], '0.procedure'],
    [[{ ...good, enabled: 'yes' }], '0.enabled'],
    [[{ ...good, destinations: ['ru'] }], '0.destinations'],
    [[{ ...good, destinations: ['+0'] }], '0.destinations'],
    [[{ ...good, destinations: '+7' }], '0.destinations'],
    [[good, good], '1.procedure'],
    [Array(51).fill(good), ''],
  ])('%j is refused at %j', async (plan, at) => {
    await expect(plans.execute({ plan, expectedVersion: 0, ...stamp })).rejects.toMatchObject({ code: 'plan_invalid', details: { at } });
  });
});

describe('secrets', () => {
  it('go in and never out: their names, their hosts and who needs them are all that is told', async () => {
    await secrets.save({ ...token, ...stamp });
    compiler.compiled = { ...compiler.compiled, secrets: [{ name: 'token', line: 1, column: 1 }] };
    await save.execute(text);
    expect(await secrets.list()).toEqual([{ name: 'token', hosts: ['sms.ru', 'xn--e1afmkfd.xn--p1ai'], usedBy: ['sms-ru'], refusedTo: [], author: 'admin', at: expect.any(Number) }]);
    expect(JSON.stringify([await store.set(), audit.events])).not.toContain('s3cret');
    await expect(secrets.delete({ name: 'token', ...stamp })).rejects.toMatchObject({ code: 'secret_in_use', details: { usedBy: 'sms-ru' } });
  });

  it('tell which procedures they keep from calling, since their hosts changed', async () => {
    await secrets.save({ ...token, ...stamp });
    compiler.compiled = { ...compiler.compiled, secrets: [{ name: 'token', line: 1, column: 1 }] };
    await save.execute(text);
    await secrets.save({ ...token, hosts: ['sms.ru'], ...stamp });
    expect(await secrets.list()).toMatchObject([{ usedBy: ['sms-ru'], refusedTo: ['sms-ru'] }]);
  });

  it('are deleted when nobody needs them', async () => {
    await secrets.save({ ...token, ...stamp });
    await secrets.delete({ name: 'token', ...stamp });
    expect(await secrets.list()).toEqual([]);
    await expect(secrets.delete({ name: 'token', ...stamp })).rejects.toMatchObject({ code: 'secret_unknown' });
  });

  it.each<[unknown]>([[undefined], [[]], ['sms.ru'], [['https://sms.ru/']], [['*.sms.ru']], [['sms.ru', 5]]])('kept for %j go nowhere, and are refused', async (hosts) => {
    await expect(secrets.save({ ...token, hosts, ...stamp })).rejects.toMatchObject({ code: 'secret_invalid', details: { field: 'hosts' } });
    expect(await secrets.list()).toEqual([]);
  });

  it.each<[unknown, unknown, string]>([
    ['', 'x', 'name'],
    ['Token', 'x', 'name'],
    ['__proto__', 'x', 'name'],
    ['a'.repeat(65), 'x', 'name'],
    [5, 'x', 'name'],
    ['token', '', 'value'],
    ['token', 'x'.repeat(4097), 'value'],
    ['token', 'a\0b', 'value'],
    ['token', '\ud800', 'value'],
    ['token', { toString: () => 'x' }, 'value'],
  ])('%j with the value %j is refused', async (name, value, field) => {
    await expect(secrets.save({ ...token, name, value, ...stamp })).rejects.toMatchObject({ code: 'secret_invalid', details: { field } });
  });

  it('may be a key of several lines', async () => {
    const value = '-----BEGIN KEY-----\r\nMIIB\n-----END KEY-----\n';
    await secrets.save({ ...token, name: 'key', value, ...stamp });
    const [sealed] = (await store.set()).secrets;
    expect(sealed === undefined ? '' : openSecret(new Sealer([older]), sealed)).toBe(value);
  });

  it('are sealed anew under a new master key, after which the old one opens nothing', async () => {
    await secrets.save({ ...token, ...stamp });
    const rotated = new KeepSecrets(store, new Sealer([newer, older]), clock, audit);
    expect(await rotated.reseal(stamp)).toEqual({ changed: 1, unreadable: [] });
    const [sealed = nothing] = (await store.set()).secrets;
    expect(openSecret(new Sealer([newer]), sealed)).toBe('s3cret');
    expect(() => openSecret(new Sealer([older]), sealed)).toThrow('unknown key');
  });

  it('that no key opens are named, and keep none of the others from a new key', async () => {
    await store.saveSecret({ name: 'a-lost-one', hosts: ['sms.ru'], sealed: 'v1.lost.lost' });
    await secrets.save({ ...token, ...stamp });
    await store.saveSecret({ name: 'z-lost-one', hosts: ['sms.ru'], sealed: '' });
    const rotated = new KeepSecrets(store, new Sealer([newer, older]), clock, audit);
    expect(await rotated.reseal(stamp)).toEqual({ changed: 1, unreadable: ['a-lost-one', 'z-lost-one'] });
    expect(audit.events.at(-1)).toMatchObject({ type: 'secrets_resealed', details: { changed: 1 } });
    const sealed = (await store.set()).secrets.find(({ name }) => name === 'token') ?? nothing;
    expect(openSecret(new Sealer([newer]), sealed)).toBe('s3cret');
  });

  it('of one name are nothing under another, nor for another host, whoever changes them in the store', async () => {
    await secrets.save({ ...token, ...stamp });
    const [sealed = nothing] = (await store.set()).secrets;
    expect(() => openSecret(new Sealer([older]), { ...sealed, name: 'key' })).toThrow('belongs elsewhere');
    expect(() => openSecret(new Sealer([older]), { ...sealed, hosts: ['evil.example'] })).toThrow('belongs elsewhere');
  });
});
