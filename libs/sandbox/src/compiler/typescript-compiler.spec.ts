import { afterAll, describe, expect, it } from '@jest/globals';
import { TypeScriptCompiler } from './typescript-compiler.ts';

const compiler = new TypeScriptCompiler({ limitMs: 60_000 });
afterAll(() => compiler.close());

const ok = 'run() { return HttpLoop.Ok(); }';
const good = `export default class Call { ${ok} }`;
const inRun = (statement: string): string => `export default class Call {\n  run(obj: JsObj, result: HttpLoopResult | null) {\n    ${statement}\n    return HttpLoop.Ok();\n  }\n}`;

type Row = readonly [what: string, source: string, ...problems: (readonly [line: number, column: number, words: RegExp])[]];

async function problemsOf(source: string): Promise<readonly { readonly line: number; readonly column: number; readonly message: string }[]> {
  const read = await compiler.compile(source);
  return 'problems' in read ? read.problems : [];
}

async function compiled(source: string) {
  const read = await compiler.compile(source);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.compiled;
}

function check(rows: readonly Row[]): void {
  it.each(rows.map(([what, ...row]) => ({ what, row })))('$what', async ({ row: [source, ...problems] }) => {
    const found = await problemsOf(source);
    expect(found).toHaveLength(problems.length);
    problems.forEach(([line, column, words], index) => {
      expect(found[index]).toEqual({ line, column, message: expect.stringMatching(words) });
    });
  });
}

describe('a source without a class that can be run', () => {
  check([
    ['that is empty', '', [1, 1, /no default export/]],
    ['that exports by name only', 'export class Call {}', [1, 1, /no default export/]],
    ['that exports a number', 'export default 3;', [1, 1, /not a class/]],
    ['that exports an object', 'export default { run() { return HttpLoop.Ok(); } };', [1, 1, /not a class/]],
    ['that exports a function', '\nexport default function run() { return HttpLoop.Ok(); }', [2, 1, /not a class/]],
    ['that exports an arrow', 'export default () => HttpLoop.Ok();', [1, 1, /not a class/]],
    ['that exports a type', 'export default interface Call { a: string }', [1, 1, /not a class/]],
    ['whose class has no run', '// first\nexport default class Call { check() { return HttpLoop.Ok(); } }', [2, 1, /no method run/]],
    ['whose run is static', 'export default class Call { static run() { return HttpLoop.Ok(); } }', [1, 1, /no method run/]],
    ['whose class is abstract', `export default abstract class Call { ${ok} }`, [1, 1, /abstract/]],
    ['whose constructor wants arguments', `export default class Call { constructor(readonly_: string) { log(readonly_); } ${ok} }`, [1, 1, /without arguments/]],
    ['whose run is private', `export default class Call { private ${ok} }`, [1, 37, /private/]],
    ['whose run is a value', 'export default class Call { run = 3; }', [1, 29, /run is not a method/]],
  ]);
});

describe('an entry point that could answer something else', () => {
  check([
    ['a number', 'export default class {\n  run() { return 3; }\n}', [2, 3, /run may return number/]],
    ['nothing', 'export default class {\n  run() {}\n}', [2, 3, /run may return void/]],
    ['nothing on one way', 'export default class {\n  run(obj: JsObj) {\n    if (obj.has("a")) return HttpLoop.Ok();\n  }\n}', [2, 3, /Not all code paths/]],
    ['undefined', 'export default class { run(o: JsObj) { return o.has("a") ? HttpLoop.Ok() : undefined; } }', [1, 24, /may return .*undefined/]],
    ['a promise', 'export default class { async run() { return HttpLoop.Ok(); } }', [1, 30, /promise/]],
    ['a generator', 'export default class { *run() { yield HttpLoop.Ok(); } }', [1, 25, /may return Generator/]],
    ['a builder', "export default class { run() { return HttpLoop.callBuilder('GET', 'https://a.example'); } }", [1, 24, /HttpLoopRequestBuilder/]],
    ['a look-alike', "export default class { run() { return { kind: 'ok' }; } }", [1, 24, /may return/]],
    ['any', 'export default class { run(): any { return 3; } }', [1, 24, /may return any/]],
    ['a text, said to be an answer', 'export default class implements HttpLoop {\n  run() { return "a"; }\n}', [2, 3, /not assignable/]],
    ['from check', `export default class { ${ok} check() { return true; } }`, [1, 56, /check may return boolean/]],
    ['from status', `export default class { ${ok} async status() { return HttpLoop.Ok(); } }`, [1, 62, /status returns a promise/]],
    ['from hangUp', `export default class { ${ok} hangUp() {} }`, [1, 56, /hangUp may return void/]],
    ['from a method it inherits', 'class Base { run() { return 1; } }\nexport default class extends Base {}', [1, 14, /run may return number/]],
    ['of an answer made by hand', 'export default class { run() { return new HttpLoopOk(); } }', [1, 39, /private/]],
    ['to other arguments', 'export default class { run(obj: number) { log(obj); return HttpLoop.Ok(); } }', [1, 24, /other arguments/]],
    ['to a third argument', 'export default class { run(a: JsObj, b: unknown, c: string) { log(c, `${a}${b}`); return HttpLoop.Ok(); } }', [1, 24, /other arguments/]],
  ]);
});

describe('mistakes in TypeScript', () => {
  check([
    ['an unclosed brace', `${good} {`, [1, good.length + 3, /'}' expected/]],
    ['a wrong type', inRun('const a: string = 3;'), [3, 11, /Type 'number' is not assignable to type 'string'/]],
    ['a method that is not there', inRun("obj.asText2('a');"), [3, 9, /asText2/]],
    ['a result that may be null', inRun('result.status();'), [3, 5, /possibly 'null'/]],
    ['an element that may be missing', inRun("const [a]: string[] = []; log(a);"), [3, 35, /undefined/]],
    ['a case that falls through', inRun("switch (obj.asNum('a')) { case 1: log(1); case 2: log(2); }"), [3, 31, /Fallthrough/]],
    ['an argument without a type', 'export default class { run(obj) { log(obj); return HttpLoop.Ok(); } }', [1, 28, /implicitly has an 'any' type/]],
    ['an enum', `enum A { B }\n${good}`, [1, 6, /Only types can be added/]],
    ['a parameter property', `class A { constructor(private readonly b: string) {} }\n${good}`, [1, 23, /Only types can be added/]],
    ['things of a browser', inRun("fetch('a'); document.title; setTimeout(() => 1, 1); console.log(1);"), [3, 5, /fetch/], [3, 17, /document/], [3, 33, /setTimeout/], [3, 57, /console/]],
    ['things of Node', inRun("process.exit(); Buffer.from('a');"), [3, 5, /process/], [3, 21, /Buffer/]],
    ['shared memory and weak references', inRun('new SharedArrayBuffer(1); new WeakRef(obj);'), [3, 9, /SharedArrayBuffer/], [3, 35, /WeakRef/]],
  ]);
});

describe('what is refused whatever its types', () => {
  check([
    ['an import', `import { a } from 'a';\n${good}`, [1, 1, /nothing can be imported/]],
    ['an import of a type', `import type { a } from './procedure.d.ts';\n${good}`, [1, 1, /nothing can be imported/]],
    ['an import of its effects', `${good}\nimport 'node:fs';`, [2, 1, /nothing can be imported/]],
    ['an import as a type', `type A = import('node:fs').Stats;\n${good}`, [1, 10, /nothing can be imported/]],
    ['an import at run time', inRun("import('node:fs');"), [3, 5, /nothing can be imported/]],
    ['an export from elsewhere', `export * from 'a';\n${good}`, [1, 1, /nothing can be imported/]],
    ['require', inRun("require('node:fs');"), [3, 5, /nothing can be imported/]],
    ['import = require', `import fs = require('node:fs');\n${good}`, [1, 1, /nothing can be imported/], [1, 13, /nothing can be imported/]],
    ['import.meta', inRun('log(import.meta.url);'), [3, 9, /import\.meta/]],
    ['a reference to a file', `/// <reference path="/etc/passwd" />\n${good}`, [1, 22, /nothing can be imported/]],
    ['a reference to types', `/// <reference types="node" />\n${good}`, [1, 23, /nothing can be imported/]],
    ['a reference to a library', `/// <reference lib="dom" />\n${good}`, [1, 21, /nothing can be imported/]],
    ['await outside functions', `await 1;\n${good}`, [1, 1, /no await outside/]],
    ['for await outside functions', `for await (const a of []) { log(a); }\n${good}`, [1, 1, /no await outside/]],
    ['eval', inRun("eval('1');"), [3, 5, /not made of texts/]],
    ['eval by another name', inRun("const e = eval; e('1');"), [3, 15, /not made of texts/]],
    ['eval in escapes', inRun("\\u0065val('1');"), [3, 5, /not made of texts/]],
    ['Function', inRun("new Function('return this')();"), [3, 9, /not made of texts/]],
    ['globalThis', inRun("log(`${globalThis}`);"), [3, 12, /no globalThis/]],
    ['Intl', inRun('new Intl.NumberFormat();'), [3, 9, /no Intl/]],
    ['declare global', `declare global { const a: string; }\n${good}`, [1, 1, /declares nothing outside/]],
    ['a decorator', `function d(a: unknown, b: unknown) { log(\`\${a}\${b}\`); }\n@d class A {}\n${good}`, [2, 1, /Decorators/]],
    ['@ts-ignore', inRun('// @ts-ignore\n    const a: string = 3;'), [3, 5, /not switched off/]],
    ['@ts-expect-error', inRun('/* @ts-expect-error */\n    const a: string = 3;'), [3, 5, /not switched off/]],
    ['@ts-nocheck', `// @ts-nocheck\nconst a: string = 3;\n${good}`, [1, 1, /not switched off/]],
    ['a null character', `const a = '\0';\n${good}`, [1, 12, /null character/]],
    ['half of a character', `\n\n '\ud800'`, [3, 3, /lone surrogate/]],
    ['a control character', `\r\n'\u001b'`, [2, 2, /control character/]],
    ['a character that turns the text round', `// \u202e`, [1, 4, /order/]],
    ['a line end that nobody sees', `'\u2028'`, [1, 2, /line separator/]],
  ]);
});

describe('secrets', () => {
  const problem = /name in quotes/;
  check([
    ['under a name made at run time', inRun("secrets.get(obj.asString('a'));"), [3, 5, problem]],
    ['under a name with a part made at run time', inRun("secrets.get(`a${obj.asString('a')}`);"), [3, 5, problem]],
    ['handed on', inRun('const s = secrets; s.get(obj.toJson());'), [3, 15, problem]],
    ['taken apart', inRun('const { get } = secrets; get(obj.toJson());'), [3, 21, problem]],
    ['by element access', inRun("secrets['get']('a');"), [3, 5, problem]],
    ['as a method', inRun('const g = secrets.get; g(obj.toJson());'), [3, 15, problem]],
    ['in brackets', inRun("(secrets).get('a');"), [3, 6, problem]],
    ['in an object', inRun('const o = { secrets }; o.secrets.get(obj.toJson());'), [3, 17, problem]],
    ['in escapes', inRun('const s = \\u0073ecrets; s.get(obj.toJson());'), [3, 15, problem]],
  ]);

  it('are found with their names and places', async () => {
    const { secrets } = await compiled(inRun("log(secrets.get('token'), secrets.get(`key`));\n    log(secrets.get('token'));"));
    expect(secrets).toEqual([
      { name: 'token', line: 3, column: 21 },
      { name: 'key', line: 3, column: 43 },
      { name: 'token', line: 4, column: 21 },
    ]);
  });

  it('a name of one\'s own is nobody\'s business', async () => {
    const { secrets } = await compiled(inRun("const own = { secrets: 1 }; log(own.secrets); { const secrets = obj; log(secrets.toJson()); }"));
    expect(secrets).toEqual([]);
  });
});
