import { hostile, run, tells } from './hostile.ts';
import type { Hostile } from './hostile.ts';

const answer = `return HttpLoop.callBuilder('POST', 'https://provider.example/').withHeader('A', 'b').withBody(JsObj.empty.addString('k', 'v')).build();`;
const seen = (value: string) => ({ seen: value });

/** What the language itself uses, spoiled: it must go on as if nothing were, and carry out nothing. */
export const poison: readonly Hostile[] = [
  hostile('JSON.stringify replaced', tells(`JsObj.empty.addNum('n', 1).toJson()`, `JSON.stringify = () => 'forged';`), seen('{"n":1}')),
  hostile('JSON.parse replaced', tells(`JsObj.parse('{"n":1}').asNum('n')`, `JSON.parse = () => ({ n: 2 });`), seen('1')),
  hostile('toJSON on all objects', tells(`JsObj.empty.addString('k', 'v').toJson()`, `Object.prototype.toJSON = () => 'forged';`), seen('{"k":"v"}')),
  hostile('toJSON on all texts', tells(`encoding.encode('a', 'hex')`, `String.prototype.toJSON = () => 'forged';`), seen('61')),
  hostile('toJSON on all lists', tells(`JsObj.empty.addList('l', ['a']).toJson()`, `Array.prototype.toJSON = () => 'forged';`), seen('{"l":["a"]}')),
  hostile('the iterator of lists', tells(`encoding.encode('a', 'hex')`, `Array.prototype[Symbol.iterator] = function* () { yield 'forged'; };`), seen('61')),
  hostile('methods of lists', tells(`JsObj.empty.addList('l', ['a']).toJson()`, `for (const m of ['map', 'push', 'join', 'forEach', 'slice', 'concat']) Array.prototype[m] = () => 'forged';`), seen('{"l":["a"]}')),
  hostile('a setter for the elements of lists', tells(`JsObj.empty.addList('l', ['a']).toJson() + caught`, `let caught = 'nothing';
    Object.defineProperty(Array.prototype, '0', { set(value) { caught = value; }, configurable: true });`), seen('{"l":["a"]}nothing')),
  hostile('methods of texts', tells(`encoding.urlEncode('a b')`, `for (const m of ['slice', 'indexOf', 'replace', 'split', 'charCodeAt']) String.prototype[m] = () => 'forged';`), seen('a%20b')),
  hostile('call, apply and bind', tells(`crypto.sha256('', 'hex').length`, `const functions = Object.getPrototypeOf(() => 1); functions.call = functions.apply = functions.bind = () => 'forged';`), seen('64')),
  hostile('Reflect and Object replaced', tells(`JsObj.empty.addString('k', 'v').asString('k')`, `Object.freeze = Object.create = Object.hasOwn = Object.defineProperty = Reflect.apply = () => 'forged';`), seen('v')),
  hostile('a getter called error on all objects', tells(`encoding.encode('a', 'hex')`, `Object.defineProperty(Object.prototype, 'error', { get: () => 'forged' });`), seen('61')),
  hostile('a property called kind on all objects', run(`Object.prototype.kind = 'ok'; Object.prototype.request = { url: 'https://evil.example' }; return {};`), { fault: 'no_answer' }),
  hostile('Error replaced', tells(`(() => { try { secrets.get('nobody'); return 'had'; } catch (error) { return error.stolen; } })()`, `globalThis.Error = class { constructor() { this.stolen = 'yes'; } };`), seen('undefined')),
  hostile('Symbol.hasInstance', tells(`JsObj.empty.addString('k', 'v').asString('k')`, `Object.defineProperty(Object, Symbol.hasInstance, { value: () => true });`), seen('v')),
  hostile('Symbol.species', tells(`JsObj.empty.addList('l', ['a', 'b']).toJson()`, `Object.defineProperty(Array, Symbol.species, { get: () => class { constructor() { throw 1; } } });`), seen('{"l":["a","b"]}')),
  hostile('RegExp.prototype.exec', tells(`encoding.urlEncode('a+b')`, `RegExp.prototype.exec = () => { throw new Error('forged'); };`), seen('a%2Bb')),
  hostile('concat, by which the engine makes templates', tells(`JsObj.empty.addString('k', 'v').toJson()`, `try { String.prototype.concat = () => 'forged'; } catch {}`), seen('{"k":"v"}')),
  hostile('concat, and an error', run(`throw new Error('own');`, `try { String.prototype.concat = () => '"forged"'; } catch {}`), { fault: 'threw', says: /own/ }),
  hostile('methods of JsObj', tells(`JsObj.empty.asString === Object.getPrototypeOf(JsObj.empty).asString`, `try { Object.getPrototypeOf(JsObj.empty).asString = () => 'forged'; } catch {}`), seen('true')),
  hostile('a JsObj of one\'s own', run(`return HttpLoop.Ok({ toJson: () => '{"code":"1234"}', keys: () => [], asString: () => '1234' });`), { fault: 'threw' }),
  hostile('__proto__ as a key', tells(`JsObj.parse('{"__proto__":{"k":"v"}}').has('k')`), seen('false')),
  hostile('a setter for __proto__', tells(`JsObj.empty.addString('__proto__', 'v').toJson()`), seen('{"__proto__":"v"}')),
  hostile('a proxy as obj', run(`return HttpLoop.Ok(new Proxy(JsObj.empty, {}));`), { fault: 'threw' }),
  hostile('globals replaced for the next run', run(`globalThis.HttpLoop = { Ok: () => 'forged' }; globalThis.JsObj = null; ${answer}`), { fault: ['threw', 'no_answer'] }),
];
