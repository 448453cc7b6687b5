import { describe, expect, it } from '@jest/globals';
import { Realm } from '../../test/realm.ts';

const whole = `
  if (result === null) {
    log('first', 1);
    return HttpLoop.callBuilder('POST', 'https://a.example/b')
      .withQuery('q', 'a b').withHeader('Token', secrets.get('token')).withHeader('X', crypto.sha1('abc', 'hex'))
      .withForm(JsObj.empty.addString('to', obj.asString('data.to')).addNum('n', 1))
      .build(JsObj.empty.addList('l', ['a', JsObj.empty]).addString('t', time.format('YYYY')));
  }
  return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asList('items').map((item) => item.asText('code')).join(''))
    .addObj('state', result.state()).addString('header', result.header('X-A')));
`;
const first = { obj: { data: { to: '1' } } };
const second = { obj: {}, result: { headers: { 'x-a': 'b' }, text: '{"items":[{"code":"0"},{"code":1}]}', state: { a: 'b' } } };

const poisons: readonly (readonly [what: string, script: string])[] = [
  ['methods of lists', "for (const name of ['push', 'concat', 'slice', 'forEach', 'reduce', 'filter', 'includes', 'indexOf', 'entries', 'keys', 'values']) Array.prototype[name] = () => { throw new Error('poison'); };"],
  ['the iterator of lists', "Array.prototype[Symbol.iterator] = () => { throw new Error('poison'); };"],
  ['a setter in every list', "for (const key of ['0', '1', '2']) Object.defineProperty(Array.prototype, key, { set() { throw new Error('poison'); }, get() { return 'poison'; } });"],
  ['methods of texts', "for (const name of Object.getOwnPropertyNames(String.prototype)) if (name !== 'constructor' && name !== 'length') String.prototype[name] = () => 'poison';"],
  ['toJSON', "Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = Number.prototype.toJSON = () => 'poison';"],
  ['JSON', "JSON.stringify = () => 'poison'; JSON.parse = () => ({ poison: true }); globalThis.JSON = undefined;"],
  ['static methods', "Object.keys = Object.freeze = Object.create = Object.hasOwn = Object.defineProperty = Array.isArray = Number.isFinite = () => { throw new Error('poison'); };"],
  ['Reflect', 'globalThis.Reflect = undefined; globalThis.Object = undefined; globalThis.Array = undefined;'],
  ['properties that every object seems to have', "for (const key of ['get', 'set', 'body', 'value', 'writable', 'url', 'mediaType', 'code', 'state', 'kind', 'request', 'x-a']) Object.prototype[key] = 'poison';"],
  ['properties that can not be written', "for (const key of ['to', 'n', 'code', 'l', 't', 'method', 'url']) Object.defineProperty(Object.prototype, key, { get: () => 'poison', set() { throw new Error('poison'); } });"],
  ['call, apply and bind', "const functions = Object.getPrototypeOf(() => 1); functions.call = functions.apply = functions.bind = () => { throw new Error('poison'); };"],
  ['instanceof', "Object.defineProperty(Promise, Symbol.hasInstance, { value: () => true }); globalThis.Promise = undefined;"],
  ['escapes', "globalThis.encodeURIComponent = () => 'poison'; globalThis.TypeError = undefined; globalThis.Number = undefined; globalThis.String = undefined;"],
];

describe('a program that changes its realm', () => {
  it.each(poisons)('%s: changes nothing of the language', (_what, script) => {
    const [clean, poisoned] = [new Realm(), new Realm()];
    poisoned.script(script);
    expect(poisoned.run(whole, first)).toEqual(clean.run(whole, first));
    expect(poisoned.logs).toEqual(clean.logs);
    // `map` and `join` are the program's own.
    expect(new Realm().run(whole, second)).toMatchObject({ kind: 'ok', value: { code: '01', state: { a: 'b' }, header: 'b' } });
  });

  it.each(poisons.filter(([what]) => what !== 'a setter in every list' && what !== 'methods of lists'))('%s: the answers of the provider are read all the same', (_what, script) => {
    const realm = new Realm();
    realm.script(script);
    const body = "return HttpLoop.Ok(result.body().asList('items')[0].addString('header', result.header('X-A')).addObj('state', result.state()));";
    expect(realm.run(body, second)).toEqual({ kind: 'ok', value: { code: '0', header: 'b', state: { a: 'b' } } });
  });

  it.each([
    'HttpLoop.Ok = 1', 'HttpLoop.more = 1', 'globalThis.HttpLoop = 1', 'secrets.get.more = 1', 'Object.getPrototypeOf(JsObj.empty).asString = 1',
    "Object.getPrototypeOf(HttpLoop.callBuilder('GET', 'u')).build = 1", 'Object.getPrototypeOf(HttpLoop.Ok()).more = 1', 'Object.setPrototypeOf(JsObj.empty, null)',
    'Object.getPrototypeOf(JsObj.empty).asString.more = 1', 'Math.random = () => 0', 'globalThis.Date = 1', 'Date.now = 1',
  ])('%s: can not change the language', (change) => {
    expect(() => new Realm().script(`'use strict'; ${change};`)).toThrow(/read only|not extensible/);
  });
});

describe('what is not in the language', () => {
  it.each([
    'eval', 'Function', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'console', 'setTimeout', 'queueMicrotask', 'process',
    'require', 'fetch', 'escape', 'Intl', 'Iterator', '__blitz_host', 'InternalError', 'structuredClone', 'performance',
  ])('%s is not there', (name) => {
    expect(new Realm().script(`typeof ${name}`)).toBe('undefined');
    expect(new Realm().script(`Object.hasOwn(globalThis, '${name}')`)).toBe(false);
  });

  it.each(['() => 1', 'async () => 1', 'function* () {}', 'async function* () {}', 'class {}', 'JsObj.parse', 'HttpLoop.Ok', 'Date', 'log', 'Object'])(
    'a program can not be made of texts by the constructor of %s', (made) => {
      expect(() => new Realm().script(`(${made}).constructor('return 1')`)).toThrow(/not made of texts/);
      expect(() => new Realm().script(`new ((${made}).constructor)('return 1')`)).toThrow(/not made of texts/);
    });

  it('chance is refused, with what to take instead', () => {
    expect(() => new Realm().script('Math.random()')).toThrow("obj.asNum('random')");
  });

  it('nothing of how the language is made can be seen', () => {
    expect(new Realm().script("[typeof host, typeof mapped, typeof JsonObject, typeof json, JsObj.empty.constructor === Object, Object.hasOwn(Object.getPrototypeOf(JsObj.empty), 'constructor')].join()"))
      .toBe('undefined,undefined,undefined,undefined,true,false');
  });

  it('the globals are those that are listed, and no others', () => {
    expect(new Realm().script('Object.getOwnPropertyNames(globalThis).filter((name) => /^[a-z]/.test(name)).sort().join()'))
      .toBe('crypto,decodeURI,decodeURIComponent,encodeURI,encodeURIComponent,encoding,globalThis,isFinite,isNaN,log,parseFloat,parseInt,secrets,time,undefined');
  });
});

describe('an answer that HttpLoop did not make', () => {
  const expected = '; a request, HttpLoop.Ok or HttpLoop.error was expected';

  it.each([
    ['', `run returned nothing${expected}`],
    ['return null;', `run returned null${expected}`],
    ['return 3;', `run returned a number${expected}`],
    ["return 'ok';", `run returned a text${expected}`],
    ['return [];', `run returned a list${expected}`],
    ['return () => 1;', `run returned a function${expected}`],
    ['return JsObj.empty;', `run returned a JsObj: HttpLoop.Ok(…) around it is missing${expected}`],
    ["return HttpLoop.callBuilder('GET', 'u');", `run returned a request that is not finished: .build() is missing${expected}`],
    ['return (async () => HttpLoop.Ok())();', `run returned a promise: a procedure does not wait, write it without async${expected}`],
    ["return { kind: 'ok', value: {} };", `run returned an object that HttpLoop did not make${expected}`],
    ['return Object.create(HttpLoop.Ok());', `run returned an object that HttpLoop did not make${expected}`],
    ['return Object.create(Object.getPrototypeOf(HttpLoop.Ok()));', `run returned an object that HttpLoop did not make${expected}`],
    ['return new Proxy(HttpLoop.Ok(), {});', `run returned an object that HttpLoop did not make${expected}`],
    ['return { ...HttpLoop.Ok() };', `run returned an object that HttpLoop did not make${expected}`],
    ['return (function* () { yield HttpLoop.Ok(); })();', `run returned an object that HttpLoop did not make${expected}`],
    ['return { then(resolve) { resolve(HttpLoop.Ok()); } };', `run returned an object that HttpLoop did not make${expected}`],
    ['return { toJSON: () => HttpLoop.Ok() };', `run returned an object that HttpLoop did not make${expected}`],
  ])('%s', (body, message) => {
    expect(new Realm().run(body)).toEqual({ kind: 'no_answer', message });
  });

  it.each([
    ['undefined', 'there is no default export: export default class … was expected'],
    ['3', 'the default export is no class, but a number'],
    ['() => HttpLoop.Ok()', 'the default export is no class, but a function'],
    ['{ run() { return HttpLoop.Ok(); } }', 'the default export is no class, but an object that HttpLoop did not make'],
    ['class {}', 'the class has no method run'],
    ['class { run = 3 }', 'the class has no method run'],
  ])('a program that is %s', (source, message) => {
    expect(new Realm().answer(source)).toEqual({ kind: 'no_answer', message });
  });

  it('an error of the program is the host\'s to read', () => {
    expect(() => new Realm().run("throw new Error('mine');")).toThrow('mine');
    expect(() => new Realm().answer("class { constructor() { throw new Error('mine'); } }")).toThrow('mine');
  });
});

describe('entry points', () => {
  it.each(['run', 'check', 'status', 'hangUp'])('%s is called on the object of the class', (entryPoint) => {
    const source = `class { #own = 'mine'; ${entryPoint}(obj) { return HttpLoop.Ok(obj.addString('own', this.#own)); } }`;
    expect(new Realm().answer(source, { entryPoint, obj: { a: 1 } })).toEqual({ kind: 'ok', value: { a: 1, own: 'mine' } });
  });
});
