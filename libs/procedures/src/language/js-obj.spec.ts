import { describe, expect, it } from '@jest/globals';
import { Realm } from '../../test/realm.ts';

const obj = {
  text: 'a', number: 5, yes: true, nothing: null, list: [{ code: '07' }, { code: 8 }], texts: ['a', 'b'], mixed: [{}, 'a'],
  data: { items: [{ code: '0123' }], 'a.b': { 'c.d': 'deep' } }, 'data.items': 'a key with a dot', big: 2 ** 60, half: 0.5,
};
const value = (expression: string): unknown => new Realm().value(expression, { obj });

/** The message; the error itself is of another realm. */
function failure(expression: string): string {
  try {
    return `no error, but ${String(value(expression))}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a value of a JsObj', () => {
  it.each([
    ["obj.asString('text')", 'a'],
    ["obj.asNum('number') + 1", '6'],
    ["obj.asBool('yes')", 'true'],
    ["obj.asObj('data').keys()", 'items,a.b'],
    ["obj.asList('list').map((item) => item.asText('code'))", '07,8'],
    ["obj.asStrings('texts').join('')", 'ab'],
    ["obj.asText('text')", 'a'],
    ["obj.asText('number')", '5'],
    ["obj.asString('data.items.0.code')", '0123'],
    ["obj.asString('data.items')", 'a key with a dot'],
    ["obj.asString('data.a.b.c.d')", 'deep'],
    ["obj.asString('list.0.code')", '07'],
    ["obj.asString('missing', 'instead')", 'instead'],
    ["obj.asString('nothing', 'instead')", 'instead'],
    ["obj.asObj('missing', JsObj.empty).toJson()", '{}'],
    ["obj.asList('missing', [JsObj.empty]).length", '1'],
    ["obj.has('data.items.0.code')", 'true'],
    ["obj.has('data.items.1.code')", 'false'],
    ["obj.has('nothing')", 'false'],
    ["obj.has('list.length')", 'false'],
    ["obj.has('text.length')", 'false'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ["obj.asString('data.code')", 'data.code: a text was expected, but it is missing'],
    ["obj.asString('number')", 'number: a text was expected, but there is a number'],
    ["obj.asString('number', 'instead')", 'number: a text was expected, but there is a number'],
    ["obj.asString('nothing')", 'nothing: a text was expected, but there is null'],
    ["obj.asString('list')", 'list: a text was expected, but there is a list'],
    ["obj.asNum('text')", 'text: a number was expected, but there is a text'],
    ["obj.asNum('yes')", 'yes: a number was expected, but there is true or false'],
    ["obj.asBool('data')", 'data: true or false was expected, but there is an object'],
    ["obj.asObj('list')", 'list: an object was expected, but there is a list'],
    ["obj.asList('data')", 'data: a list was expected, but there is an object'],
    ["obj.asList('mixed')", 'mixed.1: an object was expected, but there is a text'],
    ["obj.asStrings('list')", 'list.0: a text was expected, but there is an object'],
    ["obj.asText('yes')", 'yes: a text or a whole number was expected, but there is true or false'],
    ["obj.asText('big')", 'big: a text or a whole number was expected, but the number has a fraction or more than 15 digits'],
    ["obj.asText('half')", 'half: a text or a whole number was expected, but the number has a fraction or more than 15 digits'],
    ["obj.asString('data.items.7.code')", 'data.items.7.code: a text was expected, but it is missing'],
    ["obj.asString('missing', 3)", 'missing, fallback: a text was expected, but there is a number'],
    ["obj.asObj('missing', {})", 'missing, fallback: a JsObj was expected, but there is an object'],
    ['obj.asString(3)', 'a key: a text was expected, but there is a number'],
    ['obj.has()', 'a key: a text was expected, but it is missing'],
    ["obj.asString('toString')", 'toString: a text was expected, but it is missing'],
    ["obj.asObj('__proto__')", '__proto__: an object was expected, but it is missing'],
    ["obj.asString('constructor.name')", 'constructor.name: a text was expected, but it is missing'],
    ["JsObj.parse('[]')", 'JsObj.parse: an object was expected, but there is a list'],
    ["JsObj.parse('{a')", 'JsObj.parse: JSON was expected, but it is none'],
    ['JsObj.parse(1)', 'JsObj.parse: a text was expected, but there is a number'],
  ])('%s is an error that names the key and the kinds, and no value', (expression, message) => {
    expect(failure(expression)).toBe(message);
  });
});

describe('a JsObj that is made', () => {
  it('keeps its keys in their order, and is written without blanks', () => {
    const made = "JsObj.empty.addString('b', 'x').addNum('10', 1.5).addBool('2', false).addObj('o', JsObj.empty.addString('a', 'y')).addList('l', ['a', 1, true, JsObj.empty]).addString('b', 'z')";
    expect(value(`${made}.toJson()`)).toBe('{"b":"z","10":1.5,"2":false,"o":{"a":"y"},"l":["a",1,true,{}]}');
  });

  it('never changes', () => {
    expect(value("[JsObj.empty.addString('a', 'b'), JsObj.empty].map((made) => made.toJson())")).toBe('{"a":"b"},{}');
    expect(value("(() => { const list = ['a']; const made = JsObj.empty.addList('l', list); list.push('b'); return made.toJson(); })()")).toBe('{"l":["a"]}');
    expect(failure("obj.keys().push('a')")).toMatch(/not extensible/);
    expect(failure('obj.more = 1')).toMatch(/not extensible/);
    expect(failure('JsObj.empty = 1')).toMatch(/read only/);
  });

  it('takes any text as a key', () => {
    const made = "JsObj.empty.addString('__proto__', 'a').addString('constructor', 'b').addString('toString', 'c').addString('', 'd').addString('x.y', 'e')";
    expect(value(`${made}.toJson()`)).toBe('{"__proto__":"a","constructor":"b","toString":"c","":"d","x.y":"e"}');
    expect(value(`['__proto__', 'constructor', 'toString', '', 'x.y'].map((key) => ${made}.asString(key))`)).toBe('a,b,c,d,e');
    expect(value("JsObj.parse('{\"__proto__\":{\"a\":\"b\"}}').asString('__proto__.a')")).toBe('b');
  });

  it('keeps half a character as it is, in JSON', () => {
    expect(value("JsObj.empty.addString('a', '\\ud800').toJson()")).toBe('{"a":"\\ud800"}');
  });

  it.each([
    ["addString('a', 1)", 'a: a text was expected, but there is a number'],
    ["addString('a')", 'a: a text was expected, but it is missing'],
    ["addNum('a', '1')", 'a: a number was expected, but there is a text'],
    ["addNum('a', NaN)", 'a: a number was expected, but there is a number that is not finite'],
    ["addNum('a', Infinity)", 'a: a number was expected, but there is a number that is not finite'],
    ["addNum('a', 1n)", 'a: a number was expected, but there is a bigint'],
    ["addBool('a', 0)", 'a: true or false was expected, but there is a number'],
    ["addObj('a', {})", 'a: a JsObj was expected, but there is an object'],
    ["addObj('a', null)", 'a: a JsObj was expected, but there is null'],
    ["addList('a', 'b')", 'a: a list was expected, but there is a text'],
    ["addList('a', [null])", 'a.0: a JsObj, a text, a number, true or false was expected, but there is null'],
    ["addList('a', [1, [2]])", 'a.1: a JsObj, a text, a number, true or false was expected, but there is a list'],
    ["addList('a', [() => 1])", 'a.0: a JsObj, a text, a number, true or false was expected, but there is a function'],
    ["addString(Symbol('a'), 'b')", 'a key: a text was expected, but there is a symbol'],
  ])('refuses %s', (call, message) => {
    expect(failure(`JsObj.empty.${call}`)).toBe(message);
  });
});
