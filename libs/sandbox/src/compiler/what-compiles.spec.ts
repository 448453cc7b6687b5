import { afterAll, describe, expect, it } from '@jest/globals';
import { TypeScriptCompiler } from './typescript-compiler.ts';

const compiler = new TypeScriptCompiler({ limitMs: 60_000 });
afterAll(() => compiler.close());

const good = 'export default class Call { run() { return HttpLoop.Ok(); } }';

async function compiled(source: string) {
  const read = await compiler.compile(source);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.compiled;
}

describe('what compiles', () => {
  it.each([
    ['a class that says what it is', 'export default class Call implements HttpLoop { run() { return HttpLoop.Ok(); } }'],
    ['a class that does not', good],
    ['a class without a name', 'export default class { run() { return HttpLoop.Ok(); } }'],
    ['a class exported later', 'class Call { run() { return HttpLoop.Ok(); } }\nexport default Call;'],
    ['a class exported by another name', 'class Call { run() { return HttpLoop.Ok(); } }\nexport { Call as default };'],
    ['a class in a constant', 'const Call = class { run() { return HttpLoop.Ok(); } };\nexport default Call;'],
    ['a class that inherits run', 'class Base { run() { return HttpLoop.Ok(); } }\nexport default class extends Base {}'],
    ['a run that always throws', "export default class { run(): never { throw new Error('a'); } }"],
    ['a run in a field', 'export default class { run = (obj: JsObj) => HttpLoop.Ok(obj); }'],
    ['things not used', `${good}\nconst unused = 1;`],
    ['promises inside, if nobody waits for them', `async function later() { await Promise.resolve(1); }\nvoid later;\n${good}`],
  ])('%s', async (_what, source) => {
    expect((await compiled(source)).entryPoints).toEqual(['run']);
  });

  it('tells which entry points there are, in their own order', async () => {
    const { entryPoints } = await compiled(
      'export default class implements HttpLoop { hangUp() { return HttpLoop.Ok(); } check() { return HttpLoop.Ok(); } status() { return HttpLoop.Ok(); } run() { return HttpLoop.Ok(); } }',
    );
    expect(entryPoints).toEqual(['run', 'check', 'status', 'hangUp']);
  });

  it('keeps every line and column where it was', async () => {
    const source = "interface A {\n  b: string;\n}\r\nexport default class<T> implements HttpLoop {\r\n  private readonly a?: A;\n  run(obj: JsObj, r: HttpLoopResult | null): HttpLoopAnswer { return HttpLoop.Ok(obj as JsObj); /* here */ }\n}";
    const { javascript } = await compiled(source);
    const place = (text: string) => text.split(/\r?\n/).map((line) => line.indexOf('/* here */'));
    expect(place(javascript)).toEqual(place(source));
    expect(javascript).toHaveLength(source.length);
    expect(javascript).not.toMatch(/interface|implements|JsObj,/);
  });

  it('ends lines where the administrator\'s editor ends them', async () => {
    const { javascript } = await compiled(`// a\rconst a = 1;\r\nlog(a);\n${good}`);
    expect(javascript).toBe(`// a\nconst a = 1;\r\nlog(a);\n${good}`);
  });
});

describe('hosts', () => {
  it.each([
    ['as a text', "'https://api.example/path?x'", ['api.example']],
    ['as a template', '`https://api.example/path/${now}`', ['api.example']],
    ['in capitals', "'HTTPS://API.Example'", ['api.example']],
    ['with the port of the scheme', "'https://api.example:443/'", ['api.example']],
    ['with another port', "'https://api.example:8443/'", ['api.example:8443']],
    ['without encryption: the egress decides', "'http://api.example/'", ['api.example']],
    ['of another alphabet', "'https://пример.рф/'", ['xn--e1afmkfd.xn--p1ai']],
    ['behind a name and a password', "'https://good.example@evil.example/'", ['evil.example']],
    ['as a number', "'https://2130706433/'", ['127.0.0.1']],
    ['in a sum', "'https://api.example/' + now", ['api.example']],
    ['whose end comes at run time', '`https://api.${now}`', []],
    ['whose end comes at run time, in a sum', "'https://api.' + now + '.example/'", []],
    ['made at run time', '`https://${now}/`', []],
    ['that is none', "'https://'", []],
    ['of another scheme', "'ftp://api.example/'", []],
    ['in the middle of a text', "'see https://api.example/'", []],
  ])('%s', async (_what, expression, hosts) => {
    const read = await compiled(`const now = time.iso();\nlog(${expression}, now);\n${good}`);
    expect(read.hosts).toEqual(hosts.map((host) => ({ host, line: 2, column: 5 })));
  });

  it('are not looked for in comments and types', async () => {
    expect((await compiled(`// 'https://a.example/'\ntype A = 'https://b.example/';\n${good}`)).hosts).toEqual([]);
  });
});

describe('problems', () => {
  it('come in the order of their lines, each on one line, fifty at most', async () => {
    const read = await compiler.compile(`${'const a: string = { b: 3 };\n'.repeat(80)}${good}`);
    const problems = 'problems' in read ? read.problems : [];
    expect(problems).toHaveLength(50);
    expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).sort((one, other) => one - other));
    expect(problems.filter(({ message }) => /[\r\n]/.test(message))).toEqual([]);
  });

  it('of a source longer than 64 KiB are that it is, counted in bytes', async () => {
    const longest = `${good}//${'я'.repeat((64 * 1024 - good.length - 2) / 2)}`;
    expect(await compiler.compile(longest)).toHaveProperty('compiled');
    expect(await compiler.compile(`${longest}яя`)).toEqual({ problems: [{ line: 1, column: 1, message: 'The source is longer than 64 KiB.' }] });
  });

  it('of something that is no text are that it is none', async () => {
    expect(await compiler.compile(undefined as unknown as string)).toEqual({ problems: [{ line: 1, column: 1, message: 'The source is no text.' }] });
  });
});
