import { hostile, run, tells } from './hostile.ts';
import type { Hostile } from './hostile.ts';

const refused = { seen: 'refused' } as const;
const missing = { seen: 'undefined' } as const;

/** Ways out of the language: to code from texts, to the host, to what the engine offers beside the language. */
export const escapes: readonly Hostile[] = [
  hostile('Function of a text', tells(`(function () {}).constructor('return 1')()`), refused),
  hostile('Function of a text, by an arrow', tells(`(() => 1).constructor('return this')()`), refused),
  hostile('Function of a text, by a class', tells(`(class {}).constructor('return globalThis')()`), refused),
  hostile('Function of a text, by a built-in', tells(`[].map.constructor('return 1')()`), refused),
  hostile('Function of a text, by a method of the language', tells(`HttpLoop.Ok.constructor('return 1')()`), refused),
  hostile('GeneratorFunction of a text', tells(`Object.getPrototypeOf(function* () {}).constructor('yield 1')().next().value`), refused),
  hostile('AsyncFunction of a text', tells(`Object.getPrototypeOf(async function () {}).constructor('return 1')()`), refused),
  hostile('AsyncGeneratorFunction of a text', tells(`Object.getPrototypeOf(async function* () {}).constructor('yield 1')()`), refused),
  hostile('Function by Reflect.construct', tells(`Reflect.construct((() => 1).constructor, ['return 1'])()`), refused),
  hostile('Function by its name', tells(`typeof Function`), missing),
  hostile('eval by its name', tells(`typeof eval`), missing),
  hostile('eval by the global object', tells(`globalThis['ev' + 'al']`), missing),
  hostile('eval of unicode letters', tells(`typeof \\u0065val`), missing),
  hostile('import() of a file', run(`return import('node:fs');`), { fault: 'no_answer' }),
  hostile('import() of nothing, waited for', `export default class { async run() { const fs = await import('fs'); return HttpLoop.Ok(); } }`, { fault: 'no_answer' }),
  hostile('import of a module', `import fs from 'node:fs';\nexport default class { run() { return HttpLoop.Ok(); } }`, { fault: 'threw' }),
  hostile('import of data', `import x from 'data:text/javascript,export default 1';\nexport default class { run() { return HttpLoop.Ok(); } }`, { fault: 'threw' }),
  hostile('export from elsewhere', `export * from 'os';\nexport default class { run() { return HttpLoop.Ok(); } }`, { fault: 'threw' }),
  hostile('import.meta', tells(`Object.keys(import.meta).filter((key) => key !== 'url').join() + import.meta.url`), { seen: 'undefined' }),
  hostile('require', tells(`typeof require + typeof process + typeof module`), { seen: 'undefinedundefinedundefined' }),
  hostile('std and os of the engine', tells(`typeof std + typeof os + typeof print + typeof scriptArgs`), { seen: 'undefined'.repeat(4) }),
  hostile('timers and console', tells(`typeof setTimeout + typeof setInterval + typeof queueMicrotask + typeof console`), { seen: 'undefined'.repeat(4) }),
  hostile('network', tells(`typeof fetch + typeof XMLHttpRequest + typeof WebSocket`), { seen: 'undefined'.repeat(3) }),
  hostile('WebAssembly and shared memory', tells(`typeof WebAssembly + typeof SharedArrayBuffer + typeof Atomics`), { seen: 'undefined'.repeat(3) }),
  hostile('weak references', tells(`typeof WeakRef + typeof FinalizationRegistry`), { seen: 'undefined'.repeat(2) }),
  hostile('the native function by its name', tells(`typeof __blitz_host`), missing),
  hostile('the native function among the globals', tells(`Object.getOwnPropertyNames(globalThis).filter((name) => /blitz|host|native|bridge/i.test(name)).length`), { seen: '0' }),
  hostile('the native function by symbols', tells(`Object.getOwnPropertySymbols(globalThis).map(String).join()`), { seen: '' }),
  hostile('the native function as caller', tells(`(function f() { return f.caller; })()`), refused),
  hostile('the native function by arguments.callee', tells(`(function () { return arguments.callee; })()`), refused),
  hostile('the native function by a setter of its name', tells(`caught`, `let caught = 'nothing';
    Object.defineProperty(Object.prototype, '__blitz_host', { set(value) { caught = typeof value; }, get() { caught = 'read'; return undefined; } });`), { seen: 'nothing' }),
  hostile('this of a plain function', tells(`(function () { return this; })()`), missing),
  hostile('frames of the error that the host made', tells(`(() => { try { secrets.get('nobody'); } catch (error) { return Object.getPrototypeOf(error).constructor === Error; } })()`), { seen: 'true' }),
  hostile('Error.prepareStackTrace', tells(`(() => { Error.prepareStackTrace = (_, frames) => frames; const { stack } = new Error('x');
    return typeof stack === 'string' ? 'text' : stack.map((frame) => typeof frame.getThis?.() + typeof frame.getFunction?.()).join(); })()`), { seen: 'text' }),
  hostile('a secret that the program does not name', tells(`secrets.get('of_another_program')`), refused),
  hostile('a secret called __proto__', tells(`secrets.get('__proto__')`), refused),
  hostile('a secret called constructor', tells(`secrets.get('constructor')`), refused),
  hostile('another answer of secrets.get for the next run', tells(`(() => { secrets.get = () => 'mine'; return secrets.get('token') === 'mine'; })()`), refused),
  hostile('with', `with (globalThis) { var x = 1; }\nexport default class { run() { return HttpLoop.Ok(); } }`, { fault: 'threw' }),
  hostile('a label as a way out', tells(`(() => { out: for (;;) { for (;;) break out; } return 'on'; })()`), { seen: 'on' }),
  hostile('a proxy as the global object', run(`Object.setPrototypeOf(globalThis, new Proxy({}, { get: () => { throw new Error('caught'); }, has: () => true }));
    return nobody;`), { fault: ['threw', 'no_answer'] }),
  hostile('NUL in a text for the host', tells(`encoding.encode('a\\0b', 'hex')`), { seen: '610062' }),
  hostile('half a character for the host', tells(`encoding.encode('\\ud800', 'hex')`), { seen: 'efbfbd' }),
];
