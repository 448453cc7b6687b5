import { describe, expect, it } from '@jest/globals';
import { noon, Realm } from '../../test/realm.ts';

const value = (expression: string, given?: Parameters<Realm['run']>[1]): unknown => new Realm().value(expression, given);

/** The message; the error itself is of another realm. */
function failure(expression: string, given?: Parameters<Realm['run']>[1]): string {
  try {
    return `no error, but ${JSON.stringify(new Realm().run(`return ${expression};`, given))}`;
  } catch (error) {
    return (error as Error).message;
  }
}

interface Wanted {
  readonly kind: string;
  readonly request: { readonly url: string; readonly headers: readonly (readonly string[])[]; readonly body?: string };
}
const request = (chain: string) => (new Realm().run(`return HttpLoop.callBuilder('POST', 'https://a.example/b')${chain};`) as Wanted).request;

describe('a request', () => {
  it('is what was built, and nothing else', () => {
    expect(new Realm().run("return HttpLoop.callBuilder('GET', 'https://a.example').build();")).toEqual({
      kind: 'request',
      request: { method: 'GET', url: 'https://a.example', headers: [], ringsNobody: false, state: {} },
    });
  });

  it('carries headers as they were given, twice if they were given twice', () => {
    const built = request(".withHeader('X-A', '1').withHeader('x-a', '2').withHeader('Token', secrets.get('token')).build()");
    expect(built.headers).toEqual([['X-A', '1'], ['x-a', '2'], ['Token', 'secret of token']]);
  });

  it('carries a name and a password as RFC 7617 says', () => {
    expect(request(".withBasicAuth('Aladdin', 'open: sesame').build()").headers).toEqual([['Authorization', `Basic ${btoa('Aladdin:open: sesame')}`]]);
  });

  it('carries JSON, and says so unless the procedure says it otherwise', () => {
    const one = request(".withBody(JsObj.empty.addString('a', 'ü')).build()");
    expect(one).toMatchObject({ body: '{"a":"ü"}', headers: [['Content-Type', 'application/json']] });
    const other = request(".withBody([JsObj.empty, JsObj.empty.addNum('a', 1)]).withHeader('content-TYPE', 'text/json').build()");
    expect(other).toMatchObject({ body: '[{},{"a":1}]', headers: [['content-TYPE', 'text/json']] });
  });

  it('carries a form as the URL standard writes it', () => {
    const built = request(".withForm(JsObj.empty.addString('b c', \"ü &=+*-._~!'()\").addNum('a', 1).addBool('a&', true)).build()");
    expect(built.body).toBe(new URLSearchParams([['b c', "ü &=+*-._~!'()"], ['a', '1'], ['a&', 'true']]).toString());
    expect(built.headers).toEqual([['Content-Type', 'application/x-www-form-urlencoded']]);
  });

  it.each([
    ["'https://a.example'", 'https://a.example?q=a%20b&r=%2B'],
    ["'https://a.example?'", 'https://a.example?q=a%20b&r=%2B'],
    ["'https://a.example/c?d=e#f'", 'https://a.example/c?d=e&q=a%20b&r=%2B#f'],
  ])('adds to the query of %s', (url, expected) => {
    const built = new Realm().run(`return HttpLoop.callBuilder('GET', ${url}).withQuery('q', 'a b').withQuery('r', '+').build();`) as Wanted;
    expect(built.request.url).toBe(expected);
  });

  it('keeps a state, and its word that it rings nobody', () => {
    expect(request(".ringsNobody().build(JsObj.empty.addString('step', 'login'))")).toMatchObject({ ringsNobody: true, state: { step: 'login' } });
  });

  it('comes from a builder that never changes', () => {
    const body = "const first = HttpLoop.callBuilder('GET', 'https://a.example'); first.withHeader('a', 'b').ringsNobody(); return first.build();";
    expect(new Realm().run(body)).toMatchObject({ request: { headers: [], ringsNobody: false } });
  });

  it.each([
    ["HttpLoop.callBuilder('TRACE', 'https://a.example')", 'HttpLoop.callBuilder, method: GET, POST, PUT, PATCH or DELETE was expected, but there is a text'],
    ["HttpLoop.callBuilder('GET')", 'HttpLoop.callBuilder, url: a text was expected, but it is missing'],
    ["HttpLoop.callBuilder('GET', 'u').withHeader('a', 1)", 'withHeader, a: a text was expected, but there is a number'],
    ["HttpLoop.callBuilder('GET', 'u').withHeader(null, 'a')", 'withHeader, name: a text was expected, but there is null'],
    ["HttpLoop.callBuilder('GET', 'u').withQuery('a', true)", 'withQuery, a: a text was expected, but there is true or false'],
    ["HttpLoop.callBuilder('GET', 'u').withQuery('a', '\\ud800')", 'withQuery, a: a text was expected, but there is half a character in it (a lone surrogate)'],
    ["HttpLoop.callBuilder('GET', 'u').withBasicAuth('a:b', 'c')", 'withBasicAuth, user: a text without a colon was expected'],
    ["HttpLoop.callBuilder('GET', 'u').withBody({ a: 1 })", 'withBody: a JsObj, or a list of them, was expected, but there is an object'],
    ["HttpLoop.callBuilder('GET', 'u').withBody([{}])", 'withBody.0: a JsObj was expected, but there is an object'],
    ["HttpLoop.callBuilder('GET', 'u').withForm('a=b')", 'withForm: a JsObj was expected, but there is a text'],
    ["HttpLoop.callBuilder('GET', 'u').withForm(JsObj.empty.addObj('a', JsObj.empty))", 'withForm, a: a text, a number, true or false was expected, but there is an object'],
    ["HttpLoop.callBuilder('GET', 'u').withBody(JsObj.empty).withBody(JsObj.empty)", 'withBody: the request has a body already; one withBody or one withForm was expected'],
    ["HttpLoop.callBuilder('GET', 'u').withBody(JsObj.empty).withForm(JsObj.empty)", 'withForm: the request has a body already; one withBody or one withForm was expected'],
    ["HttpLoop.callBuilder('GET', 'u').build({})", 'build, state: a JsObj was expected, but there is an object'],
    ['HttpLoop.Ok({})', 'HttpLoop.Ok: a JsObj was expected, but there is an object'],
    ['HttpLoop.error()', 'HttpLoop.error, code: a text was expected, but it is missing'],
    ["HttpLoop.error('a', 'b')", 'HttpLoop.error, details: an object like { status: `${result.status()}` } was expected, but there is a text'],
    ["HttpLoop.refused('a', { b: 1 })", 'HttpLoop.refused, details.b: a text was expected, but there is a number'],
  ])('%s is an error in words', (expression, message) => {
    expect(failure(expression)).toBe(message);
  });
});

describe('the end of a procedure', () => {
  it.each([
    ['HttpLoop.Ok()', { kind: 'ok', value: {} }],
    ["HttpLoop.Ok(JsObj.empty.addString('code', '0123'))", { kind: 'ok', value: { code: '0123' } }],
    ["HttpLoop.error('busy')", { kind: 'error', code: 'busy', details: {}, refused: false }],
    ["HttpLoop.refused('no_money', { balance: '0', __proto__: { a: 'b' } })", { kind: 'error', code: 'no_money', details: { balance: '0' }, refused: true }],
  ])('%s', (expression, answer) => {
    expect(new Realm().run(`return ${expression};`)).toEqual(answer);
  });
});

describe('what the provider answered', () => {
  const result = { status: 201, headers: { 'x-a': 'b', __proto__: null }, text: '{"a":{"b":"c"}}', state: { step: 'login' } };

  it.each([
    ['result.status()', '201'],
    ['result.text()', '{"a":{"b":"c"}}'],
    ["result.body().asString('a.b')", 'c'],
    ['result.body() === result.body()', 'true'],
    ["result.header('X-A')", 'b'],
    ["result.header('toString')", ''],
    ["result.state().asString('step')", 'login'],
  ])('%s', (expression, expected) => {
    expect(value(expression, { result })).toBe(expected);
  });

  it('is a list of objects, where it is one', () => {
    expect(value("result.list().map((item) => item.asNum('a'))", { result: { text: '[{"a":1},{"a":2}]' } })).toBe('1,2');
  });

  it.each([
    ['result.body()', '<html>', 'body of the response: JSON was expected, but it is none'],
    ['result.body()', '', 'body of the response: JSON was expected, but it is none'],
    ['result.body()', '[]', 'body of the response: an object was expected, but there is a list'],
    ['result.body()', '"0123"', 'body of the response: an object was expected, but there is a text'],
    ['result.list()', '{}', 'body of the response: a list was expected, but there is an object'],
    ['result.list()', '[1]', 'body of the response.0: an object was expected, but there is a number'],
  ])('%s of %s is an error without a value', (expression, text, message) => {
    expect(failure(expression, { result: { text } })).toBe(message);
  });

  it('is nothing in the first round', () => {
    expect(value('result')).toBe('null');
  });
});

describe('signatures', () => {
  it.each([
    // FIPS 180-2, RFC 1321 and RFC 4231 (case 2)
    ["crypto.sha256('abc', 'hex')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ["crypto.sha1('abc', 'base64')", 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0='],
    ["crypto.md5('abc', 'hex')", '900150983cd24fb0d6963f7d28e17f72'],
    ["crypto.hmacSha256('Jefe', 'what do ya want for nothing?', 'hex')", '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ["crypto.hmacSha256('SmVmZQ==', 'what do ya want for nothing?', 'hex', 'base64')", '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    ["encoding.encode('ü?>', 'base64url')", 'w7w_Pg'],
    ["encoding.decode('c3bc', 'hex')", 'ü'],
    ["encoding.urlEncode(\"a b/ü-_.~!'()*\")", 'a%20b%2F%C3%BC-_.~%21%27%28%29%2A'],
    ["encoding.urlDecode('a%20b+%C3%BC')", 'a b+ü'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ["crypto.sha256('a')", 'crypto.sha256, encoding: hex, base64 or base64url was expected, but it is missing'],
    ["crypto.md5(1, 'hex')", 'crypto.md5, text: a text was expected, but there is a number'],
    ["crypto.hmacSha256('a', 'b', 'hex', 'latin1')", 'crypto.hmacSha256, keyEncoding: utf8, hex, base64 or base64url was expected, but there is a text'],
    ["encoding.decode('a', 'toString')", 'encoding.decode, from: hex, base64 or base64url was expected, but there is a text'],
    ["encoding.urlDecode('%zz')", 'encoding.urlDecode: % and two hexadecimal digits were expected, which make UTF-8'],
    ['secrets.get(1)', 'secrets.get, name: a text was expected, but there is a number'],
  ])('%s is an error in words', (expression, message) => {
    expect(failure(expression)).toBe(message);
  });
});

describe('the moment', () => {
  it.each([
    ['time.unixMs()', String(noon)],
    ['time.unixSec()', '1769860800'],
    ['time.iso()', '2026-01-31T12:00:00.123Z'],
    ['time.http()', 'Sat, 31 Jan 2026 12:00:00 GMT'],
    ["time.format('DD.MM.YYYY HH:mm:ss')", '31.01.2026 12:00:00'],
    ["time.format('YYYYMMDDHHmmss', '+03:00')", '20260131150000'],
    ["time.format('YYYY-MM-DDTHH:mm', '-13:30')", '2026-01-30T22:30'],
    ["time.format('Y M D H m s')", 'Y M D H m s'],
    ['new Date().getTime()', String(noon)],
    ['Date.now()', String(noon)],
    ['Date() === new Date().toString()', 'true'],
    ['new Date().constructor.now()', String(noon)],
    ['new (class extends Date {})().getTime()', String(noon)],
    ['new Date(0).toISOString()', '1970-01-01T00:00:00.000Z'],
    ['new Date(Date.UTC(2026, 0, 1)).getTime()', '1767225600000'],
    ["Date.parse('2026-01-01T00:00:00Z')", '1767225600000'],
    ['new Date() instanceof Date', 'true'],
  ])('%s', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each(["time.format('YYYY', '3')", "time.format('YYYY', '+3:00')", "time.format('YYYY', '+15:00')", "time.format('YYYY', ' 03:00')"])('%s is an error', (expression) => {
    expect(failure(expression)).toBe('time.format, offset: +HH:MM or -HH:MM was expected');
  });

  it('is not known beside the methods, where it would be the moment of another call', () => {
    expect(() => new Realm().script('Date.now()')).toThrow(/inside run/);
    expect(() => new Realm().script('new Date()')).toThrow(/inside run/);
    expect(() => new Realm().script('time.iso()')).toThrow(/inside run/);
  });
});

describe('log', () => {
  it('writes one line of texts, numbers and truths', () => {
    const realm = new Realm();
    realm.run("log('status', 200, true); return HttpLoop.Ok();");
    expect(realm.logs).toEqual(['status 200 true']);
  });

  it('refuses what has no text of its own', () => {
    expect(failure('log(JsObj.empty)')).toBe('log: a text was expected, but there is an object');
  });
});
