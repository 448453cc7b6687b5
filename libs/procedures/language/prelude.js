'use strict';
/* eslint-disable max-lines -- one script: the sandbox evaluates it as a whole, and its parts share what they captured. */
/**
 * The language of procedures at run time: what procedure.d.ts declares, made of nothing but JavaScript and one function of the host.
 * It is run in a fresh realm before the program. The program may do to that realm what it likes, so everything here is captured
 * first: no method is looked up later, no list is iterated by its own iterator, no value is made JSON by its own `toJSON`.
 *
 * The completion value is for the host alone: `call(defaultExport, entryPoint, inputJson)`, see the end.
 * All in one block, in strict mode: so nothing of it is seen by the program but what is put on `globalThis`.
 */
{
  const { apply, construct, getPrototypeOf, ownKeys } = Reflect;
  const { create, defineProperty, freeze, hasOwn, keys: keysOf } = Object;
  const { isArray } = Array;
  const { isFinite, isSafeInteger } = Number;
  const { parse, stringify } = JSON;
  const toUri = encodeURIComponent;
  const fromUri = decodeURIComponent;
  const Failure = TypeError;
  const promises = Promise.prototype;
  const syntaxErrors = SyntaxError.prototype;
  const uriErrors = URIError.prototype;
  const uncurried = Function.prototype.bind.bind(Function.prototype.call);
  const slice = uncurried(String.prototype.slice);
  const lowerCase = uncurried(String.prototype.toLowerCase);
  const indexOf = uncurried(String.prototype.indexOf);
  const lastIndexOf = uncurried(String.prototype.lastIndexOf);

  const host = globalThis.__blitz_host;
  delete globalThis.__blitz_host;

  // ---- Words for what is wrong: by kind, never by value, which may be a secret or a telephone number -----------------------

  const words = { __proto__: null, string: 'a text', boolean: 'true or false', function: 'a function', bigint: 'a bigint', symbol: 'a symbol' };

  function kindOf(value) {
    if (value === undefined) return 'it is missing';
    if (value === null) return 'there is null';
    if (isArray(value)) return 'there is a list';
    if (typeof value === 'number') return isFinite(value) ? 'there is a number' : 'there is a number that is not finite';
    return `there is ${words[typeof value] ?? 'an object'}`;
  }

  const mismatch = (where, expected, value) => new Failure(`${where}: ${expected} was expected, but ${kindOf(value)}`);

  const takes = (expected, accepts) => (value, where) => {
    if (!accepts(value)) throw mismatch(where, expected, value);
    return value;
  };

  const takeText = takes('a text', (value) => typeof value === 'string');
  const takeNumber = takes('a number', (value) => typeof value === 'number' && isFinite(value));
  const takeBoolean = takes('true or false', (value) => typeof value === 'boolean');
  const takeObj = takes('a JsObj', (value) => isObj(value));
  const takeArray = takes('a list', isArray);

  // ---- Lists without iterators; an element is defined, not assigned: a setter on Array.prototype sees nothing ----------------

  const put = (list, value) =>
    defineProperty(list, list.length, { __proto__: null, value, writable: true, enumerable: true, configurable: true });

  function mapped(list, map) {
    const made = [];
    for (let index = 0; index < list.length; index += 1) put(made, map(list[index], index));
    return freeze(made);
  }

  const appended = (list, value) => {
    const made = [];
    for (let index = 0; index < list.length; index += 1) put(made, list[index]);
    put(made, value);
    return freeze(made);
  };

  function each(list, act) {
    for (let index = 0; index < list.length; index += 1) act(list[index], index);
  }

  // ---- JsObj. Values are texts, numbers, booleans, null, lists, other JsObjs, and objects as JSON.parse made them -------------

  let keysIn, valuesOf, isObj, isBuilder, jsonOfAnswer;

  const objects = {
    __proto__: null,
    object(value, where) {
      if (isObj(value)) return value;
      if (typeof value !== 'object' || value === null || isArray(value)) throw mismatch(where, 'an object', value);
      return new JsonObject(freeze(keysOf(value)), value);
    },
    list: (take) => (value, where) => mapped(takeArray(value, where), (item, index) => take(item, `${where}.${index}`)),
    textOrNumber(value, where) {
      if (typeof value === 'string') return value;
      if (isSafeInteger(value)) return stringify(value);
      if (typeof value !== 'number') throw mismatch(where, 'a text or a whole number', value);
      throw new Failure(`${where}: a text or a whole number was expected, but the number has a fraction or more than 15 digits`);
    },
  };

  function ownOf(holder, key) {
    if (typeof holder !== 'object' || holder === null) return undefined;
    if (isArray(holder) && key === 'length') return undefined;
    const values = isObj(holder) ? valuesOf(holder) : holder;
    return hasOwn(values, key) ? values[key] : undefined;
  }

  /** The key as it stands, else the longest beginning that is a key, and from there on. */
  function find(holder, path) {
    const direct = ownOf(holder, path);
    if (direct !== undefined) return direct;
    for (let dot = lastIndexOf(path, '.'); dot > 0; dot = lastIndexOf(path, '.', dot - 1)) {
      const inner = ownOf(holder, slice(path, 0, dot));
      const found = inner === undefined ? undefined : find(inner, slice(path, dot + 1));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function read(self, key, take, fallback, takeFallback = take) {
    const value = find(self, takeText(key, 'a key'));
    if (value !== undefined && value !== null) return take(value, key);
    return fallback === undefined ? take(value, key) : takeFallback(fallback, `${key}, fallback`);
  }

  function plus(self, key, value) {
    const before = valuesOf(self);
    const values = create(null);
    each(keysIn(self), (known) => { values[known] = before[known]; });
    const keys = hasOwn(values, takeText(key, 'a key')) ? keysIn(self) : appended(keysIn(self), key);
    values[key] = value;
    return new JsonObject(keys, values);
  }

  const listItem = takes('a JsObj, a text, a number, true or false', (value) =>
    isObj(value) || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && isFinite(value)));

  class JsonObject {
    #keys;
    #values;
    constructor(keys, values) {
      this.#keys = keys;
      this.#values = values;
      freeze(this);
    }
    static {
      keysIn = (object) => object.#keys;
      valuesOf = (object) => object.#values;
      isObj = (value) => typeof value === 'object' && value !== null && #values in value;
    }
    asString(key, fallback) { return read(this, key, takeText, fallback); }
    asNum(key, fallback) { return read(this, key, takeNumber, fallback); }
    asBool(key, fallback) { return read(this, key, takeBoolean, fallback); }
    asObj(key, fallback) { return read(this, key, objects.object, fallback, takeObj); }
    asList(key, fallback) { return read(this, key, objects.list(objects.object), fallback, objects.list(takeObj)); }
    asStrings(key, fallback) { return read(this, key, objects.list(takeText), fallback); }
    asText(key, fallback) { return read(this, key, objects.textOrNumber, fallback, takeText); }
    has(key) { return (find(this, takeText(key, 'a key')) ?? null) !== null; }
    keys() { return this.#keys; }
    addString(key, value) { return plus(this, key, takeText(value, key)); }
    addNum(key, value) { return plus(this, key, takeNumber(value, key)); }
    addBool(key, value) { return plus(this, key, takeBoolean(value, key)); }
    addObj(key, value) { return plus(this, key, takeObj(value, key)); }
    addList(key, value) { return plus(this, key, objects.list(listItem)(value, key)); }
    toJson() { return json(this); }
  }

  function json(value) {
    if (isObj(value)) return jsonOf(keysIn(value), valuesOf(value));
    if (typeof value !== 'object' || value === null) return stringify(value);
    if (!isArray(value)) return jsonOf(keysOf(value), value);
    let text = '';
    each(value, (item, index) => { text += `${index === 0 ? '' : ','}${json(item)}`; });
    return `[${text}]`;
  }

  function jsonOf(keys, values) {
    let text = '';
    each(keys, (key, index) => { text += `${index === 0 ? '' : ','}${stringify(key)}:${json(values[key])}`; });
    return `{${text}}`;
  }

  /** @param what names the text in the error */
  function parsed(text, what, take) {
    let value;
    try {
      value = parse(takeText(text, what));
    } catch (error) {
      if (getPrototypeOf(error) !== syntaxErrors) throw error;
      throw new Failure(`${what}: JSON was expected, but it is none`);
    }
    return take(value, what);
  }

  const emptyObj = new JsonObject(freeze([]), create(null));

  // ---- Requests ---------------------------------------------------------------------------------------------------------------

  /** Escapes that encodeURIComponent leaves out: RFC 3986 reserves them, and signatures are made over escaped texts. */
  const reserved = { __proto__: null, '!': '%21', "'": '%27', '(': '%28', ')': '%29', '*': '%2A' };
  /** The URL standard's application/x-www-form-urlencoded. */
  const formEscapes = { __proto__: null, '%2A': '*', '%20': '+', '~': '%7E' };

  function urlEncode(text, where) {
    let escaped;
    try {
      escaped = toUri(takeText(text, where));
    } catch (error) {
      if (getPrototypeOf(error) !== uriErrors) throw error;
      throw new Failure(`${where}: a text was expected, but there is half a character in it (a lone surrogate)`);
    }
    let encoded = '';
    for (let index = 0; index < escaped.length; index += 1) encoded += reserved[escaped[index]] ?? escaped[index];
    return encoded;
  }

  function formEncode(text, where) {
    const escaped = urlEncode(text, where);
    let encoded = '';
    for (let index = 0; index < escaped.length; index += 1) {
      const three = escaped[index] === '%' ? slice(escaped, index, index + 3) : escaped[index];
      encoded += formEscapes[three] ?? three;
      index += three.length - 1;
    }
    return encoded;
  }

  function formText(fields) {
    let text = '';
    each(keysIn(fields), (key) => {
      const value = valuesOf(fields)[key];
      if (typeof value === 'object') throw mismatch(`withForm, ${key}`, 'a text, a number, true or false', value);
      const field = typeof value === 'string' ? value : stringify(value);
      text += `${text === '' ? '' : '&'}${formEncode(key, 'withForm, key')}=${formEncode(field, `withForm, ${key}`)}`;
    });
    return text;
  }

  function withQuery(url, name, value) {
    const hash = indexOf(url, '#');
    const address = hash < 0 ? url : slice(url, 0, hash);
    const query = indexOf(address, '?');
    const joint = query < 0 ? '?' : query === address.length - 1 ? '' : '&';
    return `${address}${joint}${name}=${value}${slice(url, address.length)}`;
  }

  const methods = { __proto__: null, GET: true, POST: true, PUT: true, PATCH: true, DELETE: true };
  const takeMethod = takes('GET, POST, PUT, PATCH or DELETE', (value) => typeof value === 'string' && methods[value] === true);
  const takeOptional = (take, empty) => (value, where) => (value === undefined ? empty : take(value, where));
  const takeState = takeOptional(takeObj, emptyObj);

  const bodies = (body) => (isArray(body)
    ? json(objects.list(takeObj)(body, 'withBody'))
    : json(takes('a JsObj, or a list of them,', isObj)(body, 'withBody')));

  class RequestBuilder {
    #request;
    constructor(request) {
      this.#request = request;
      freeze(this);
    }
    #plus(more) { return new RequestBuilder({ ...this.#request, ...more }); }
    #withBody(body, mediaType, caller) {
      if (this.#request.body === undefined) return this.#plus({ body, mediaType });
      throw new Failure(`${caller}: the request has a body already; one withBody or one withForm was expected`);
    }
    withHeader(name, value) {
      const header = freeze([takeText(name, 'withHeader, name'), takeText(value, `withHeader, ${name}`)]);
      return this.#plus({ headers: appended(this.#request.headers, header) });
    }
    withBasicAuth(user, password) {
      if (indexOf(takeText(user, 'withBasicAuth, user'), ':') >= 0) throw new Failure('withBasicAuth, user: a text without a colon was expected');
      return this.withHeader('Authorization', `Basic ${host('encode', `${user}:${takeText(password, 'withBasicAuth, password')}`, 'base64')}`);
    }
    withQuery(name, value) {
      return this.#plus({ url: withQuery(this.#request.url, urlEncode(name, 'withQuery, name'), urlEncode(value, `withQuery, ${name}`)) });
    }
    withBody(body) { return this.#withBody(bodies(body), 'application/json', 'withBody'); }
    withForm(fields) { return this.#withBody(formText(takeObj(fields, 'withForm')), 'application/x-www-form-urlencoded', 'withForm'); }
    ringsNobody() { return this.#plus({ ringsNobody: true }); }
    build(state) {
      const { method, url, body, mediaType, ringsNobody } = this.#request;
      let { headers } = this.#request;
      let typed = body === undefined;
      each(headers, ({ 0: name }) => { typed ||= lowerCase(name) === 'content-type'; });
      if (!typed) headers = appended(headers, freeze(['Content-Type', mediaType]));
      const request = { __proto__: null, method, url, headers, ringsNobody, state: takeState(state, 'build, state') };
      return new Answer('request', { __proto__: null, request: body === undefined ? request : { __proto__: null, ...request, body } });
    }
    static { isBuilder = (value) => typeof value === 'object' && value !== null && #request in value; }
  }

  // ---- Answers: known by a private mark, never by their shape -------------------------------------------------------------------

  class Answer {
    #json;
    constructor(kind, fields) {
      this.#json = json({ __proto__: null, kind, ...fields });
      freeze(this);
    }
    static { jsonOfAnswer = (value) => (typeof value === 'object' && value !== null && #json in value ? value.#json : undefined); }
  }

  function failed(caller, refused, code, details) {
    const texts = create(null);
    if (details !== undefined) {
      if (typeof details !== 'object' || details === null || isArray(details) || isObj(details)) {
        throw mismatch(`${caller}, details`, 'an object like { status: `${result.status()}` }', details);
      }
      each(keysOf(details), (key) => { texts[key] = takeText(details[key], `${caller}, details.${key}`); });
    }
    return new Answer('error', { __proto__: null, code: takeText(code, `${caller}, code`), details: texts, refused });
  }

  class Result {
    #response;
    #body;
    constructor(response) {
      this.#response = response;
      freeze(this);
    }
    status() { return this.#response.status; }
    text() { return this.#response.text; }
    body() { return (this.#body ??= parsed(this.#response.text, 'body of the response', objects.object)); }
    list() { return parsed(this.#response.text, 'body of the response', objects.list(objects.object)); }
    header(name) {
      const value = ownOf(this.#response.headers, lowerCase(takeText(name, 'header, name')));
      return value === undefined ? '' : value;
    }
    state() { return objects.object(this.#response.state, 'state'); }
  }

  // ---- What the program sees ----------------------------------------------------------------------------------------------------

  const encodings = { __proto__: null, hex: true, base64: true, base64url: true };
  const takeEncoding = takes('hex, base64 or base64url', (value) => typeof value === 'string' && encodings[value] === true);
  const takeKeyEncoding = takes('utf8, hex, base64 or base64url', (value) => value === 'utf8' || (typeof value === 'string' && encodings[value] === true));

  const hash = (name) => (text, as) => host('hash', name, takeText(text, `crypto.${name}, text`), takeEncoding(as, `crypto.${name}, encoding`));

  let now;
  function moment() {
    if (now === undefined) throw new Failure('the moment is known inside run, check, status and hangUp, not beside them');
    return now;
  }

  const Moments = Date;
  const isoOf = uncurried(Moments.prototype.toISOString);
  const httpOf = uncurried(Moments.prototype.toUTCString);
  const isoNow = () => isoOf(new Moments(moment()));

  /** `+HH:MM` in milliseconds. */
  function offsetMs(offset) {
    const digit = (index) => (offset[index] >= '0' && offset[index] <= '9' ? +offset[index] : NaN);
    const minutes = (digit(1) * 10 + digit(2)) * 60 + digit(4) * 10 + digit(5);
    const sign = offset[0] === '+' ? 1 : offset[0] === '-' ? -1 : NaN;
    if (offset.length === 6 && offset[3] === ':' && digit(4) < 6 && minutes <= 14 * 60 && isFinite(sign)) return sign * minutes * 60_000;
    throw new Failure('time.format, offset: +HH:MM or -HH:MM was expected');
  }

  function format(pattern, offset = '+00:00') {
    takeText(pattern, 'time.format, pattern');
    const iso = isoOf(new Moments(moment() + offsetMs(takeText(offset, 'time.format, offset'))));
    const parts = {
      __proto__: null, YYYY: slice(iso, 0, 4), MM: slice(iso, 5, 7), DD: slice(iso, 8, 10),
      HH: slice(iso, 11, 13), mm: slice(iso, 14, 16), ss: slice(iso, 17, 19),
    };
    let text = '';
    for (let index = 0; index < pattern.length;) {
      const four = slice(pattern, index, index + 4);
      const part = parts[four] === undefined ? slice(pattern, index, index + 2) : four;
      const read = parts[part] === undefined ? pattern[index] : part;
      text += parts[read] ?? read;
      index += read.length;
    }
    return text;
  }

  const language = {
    __proto__: null,
    HttpLoop: {
      callBuilder: (method, url) => new RequestBuilder({
        __proto__: null,
        method: takeMethod(method, 'HttpLoop.callBuilder, method'),
        url: takeText(url, 'HttpLoop.callBuilder, url'),
        headers: freeze([]), body: undefined, mediaType: undefined, ringsNobody: false,
      }),
      Ok: (value) => new Answer('ok', { __proto__: null, value: takeState(value, 'HttpLoop.Ok') }),
      error: (code, details) => failed('HttpLoop.error', false, code, details),
      refused: (code, details) => failed('HttpLoop.refused', true, code, details),
    },
    JsObj: { empty: emptyObj, parse: (text) => parsed(text, 'JsObj.parse', objects.object) },
    secrets: { get: (name) => host('secret', takeText(name, 'secrets.get, name')) },
    crypto: {
      sha256: hash('sha256'),
      sha1: hash('sha1'),
      md5: hash('md5'),
      hmacSha256: (key, text, as, keyEncoding = 'utf8') => host(
        'hmac', takeText(key, 'crypto.hmacSha256, key'), takeKeyEncoding(keyEncoding, 'crypto.hmacSha256, keyEncoding'),
        takeText(text, 'crypto.hmacSha256, text'), takeEncoding(as, 'crypto.hmacSha256, encoding')),
    },
    encoding: {
      encode: (text, as) => host('encode', takeText(text, 'encoding.encode, text'), takeEncoding(as, 'encoding.encode, as')),
      decode: (encoded, from) => host('decode', takeText(encoded, 'encoding.decode, encoded'), takeEncoding(from, 'encoding.decode, from')),
      urlEncode: (text) => urlEncode(text, 'encoding.urlEncode'),
      urlDecode(text) {
        try {
          return fromUri(takeText(text, 'encoding.urlDecode'));
        } catch (error) {
          if (getPrototypeOf(error) !== uriErrors) throw error;
          throw new Failure('encoding.urlDecode: % and two hexadecimal digits were expected, which make UTF-8');
        }
      },
    },
    time: { unixSec: () => (moment() - (moment() % 1000)) / 1000, unixMs: () => moment(), iso: isoNow, http: () => httpOf(new Moments(moment())), format },
    log(...parts) {
      let line = '';
      each(parts, (part, index) => {
        const text = typeof part === 'number' || typeof part === 'boolean' ? `${part}` : takeText(part, 'log');
        line += `${index === 0 ? '' : ' '}${text}`;
      });
      host('log', line);
    },
  };

  // ---- The realm: what the language does not list is taken away --------------------------------------------------------------------

  const kept = { __proto__: null };
  each([
    'Object', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Date', 'RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet',
    'Promise', 'Proxy', 'Reflect', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError',
    'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array',
    'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'NaN', 'Infinity',
    'undefined', 'globalThis', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI',
  ], (name) => { kept[name] = true; });
  each(ownKeys(globalThis), (name) => { if (kept[name] !== true) delete globalThis[name]; });

  const replace = (holder, name, value) =>
    defineProperty(holder, name, { __proto__: null, value, writable: false, enumerable: false, configurable: false });

  function noPrograms() {
    throw new Failure('a program is not made of texts here');
  }
  each([noPrograms, async () => {}, function* () {}, async function* () {}], (made) => replace(getPrototypeOf(made), 'constructor', noPrograms));

  // QuickJS makes templates by calling this method; it has to stay what it is.
  replace(String.prototype, 'concat', String.prototype.concat);

  replace(Math, 'random', () => {
    throw new Failure("Math.random is not there: a procedure answers the same to the same. Use obj.asNum('random')");
  });

  function LanguageDate(...given) {
    if (new.target === undefined) return `${new Moments(moment())}`;
    return construct(Moments, given.length === 0 ? [moment()] : given, new.target);
  }
  replace(LanguageDate, 'prototype', Moments.prototype);
  replace(LanguageDate, 'length', 7);
  replace(LanguageDate, 'name', 'Date');
  replace(LanguageDate, 'now', () => moment());
  replace(LanguageDate, 'parse', Moments.parse);
  replace(LanguageDate, 'UTC', Moments.UTC);
  replace(Moments.prototype, 'constructor', LanguageDate);
  replace(globalThis, 'Date', LanguageDate);

  /** Frozen with all its methods; nothing leads from what is made to how it is made. */
  function sealed(object) {
    each(ownKeys(object), (key) => {
      if (key === 'constructor') delete object[key];
      else if (typeof object[key] === 'function') freeze(object[key]);
    });
    return freeze(object);
  }
  each([JsonObject, RequestBuilder, Answer, Result], (made) => sealed(made.prototype));
  each(ownKeys(language), (name) => replace(globalThis, name, sealed(language[name])));

  // ---- The door of the host ----------------------------------------------------------------------------------------------------------

  const noAnswer = (message) => json({ __proto__: null, kind: 'no_answer', message });

  function isClass(value) {
    if (typeof value !== 'function') return false;
    try {
      construct(Moments, [0], value);
      return true;
    } catch {
      return false;
    }
  }

  function whatElse(value) {
    if (value === undefined) return 'nothing';
    if (isBuilder(value)) return 'a request that is not finished: .build() is missing';
    if (isObj(value)) return 'a JsObj: HttpLoop.Ok(…) around it is missing';
    if (typeof value === 'object' && value !== null && getPrototypeOf(value) === promises) return 'a promise: a procedure does not wait, write it without async';
    if (typeof value === 'object' && value !== null && !isArray(value)) return 'an object that HttpLoop did not make';
    return slice(kindOf(value), 'there is '.length);
  }

  freeze({
    __proto__: null,
    call(defaultExport, entryPoint, inputJson) {
      if (defaultExport === undefined) return noAnswer('there is no default export: export default class … was expected');
      if (!isClass(defaultExport)) return noAnswer(`the default export is no class, but ${whatElse(defaultExport)}`);
      const { obj, result, now: given } = parse(inputJson);
      now = given;
      const program = new defaultExport();
      const method = program[entryPoint];
      if (typeof method !== 'function') return noAnswer(`the class has no method ${entryPoint}`);
      const answer = apply(method, program, [objects.object(obj, 'obj'), result === null ? null : new Result(result)]);
      return jsonOfAnswer(answer) ?? noAnswer(`${entryPoint} returned ${whatElse(answer)}; a request, HttpLoop.Ok or HttpLoop.error was expected`);
    },
  });
}
