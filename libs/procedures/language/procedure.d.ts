/**
 * The language of procedures: TypeScript with these types and nothing else. No network, files, timers or processes: a procedure
 * returns the next request, and the server makes it.
 *
 * ```ts
 * export default class FlashCallFlow implements HttpLoop {
 *   run(obj: JsObj, result: HttpLoopResult | null) {
 *     if (result === null) {
 *       return HttpLoop.callBuilder('POST', 'https://provider.example/call')
 *         .withHeader('Token', secrets.get('token'))
 *         .withBody(JsObj.empty.addString('to', obj.asString('phone_number')))
 *         .build();
 *     }
 *     if (result.status() !== 200) return HttpLoop.error('wrong_http_status', { status: `${result.status()}` });
 *     return HttpLoop.Ok(JsObj.empty.addString('code', result.body().asString('SenderID')));
 *   }
 * }
 * ```
 */

/** What a procedure returns; only `HttpLoop` makes them. */
declare class HttpLoopRequest {
  private constructor();
  private readonly kind: 'request';
}
declare class HttpLoopOk {
  private constructor();
  private readonly kind: 'ok';
}
declare class HttpLoopError {
  private constructor();
  private readonly kind: 'error';
}
type HttpLoopAnswer = HttpLoopRequest | HttpLoopOk | HttpLoopError;

/**
 * A procedure: a class whose methods are asked again after each request, until they answer `Ok` or an error. Each is a pure
 * function: same arguments, same answer. At most 10 requests and 60 seconds for a call; 100 ms and 16 MiB each time.
 */
interface HttpLoop {
  /**
   * Makes the call. `obj` holds
   * `phone_number` (text, E.164: `+79001234567`), `code_length` (number), `code` (text: as many digits, drawn by the server, for
   * providers that want to be told), `random` (number in [0, 1), drawn for this call), `request_id` (text, the same for a repeated
   * request and for no other), `locale` (`en`, `ru`), `ip` (text, the person's address; may be empty), `callback_url` (text: where
   * the provider may tell what the phone does; see `status`).
   *
   * Ends with `HttpLoop.Ok` of
   * `code` (text: the caller's number, or the code itself: its last digits count, whatever `code` was asked for), or
   * `check` (an object: the provider keeps the code to itself, and `check` is asked about each entry; the object is its `call`);
   * beside `code` there may be `call` (an object: the provider's name of the call, for `check`, `status` and `hangUp`).
   */
  run(obj: JsObj, result: HttpLoopResult | null): HttpLoopAnswer;

  /**
   * Asks the provider whether an entry is right. `obj` holds what `run` got, but for `code` and `random`, and `typed` (text:
   * digits) and `call` (the object from `run`). Ends with `HttpLoop.Ok` of `right` (true or false).
   */
  check?(obj: JsObj, result: HttpLoopResult | null): HttpLoopAnswer;

  /**
   * Reads what the provider sent to `callback_url`; it can make no request. `obj` holds `request_id`. Ends with `HttpLoop.Ok` of
   * `state` (`ringing`, `busy`, `answered`, `unreachable`), or of nothing when it tells nothing new.
   */
  status?(obj: JsObj, result: HttpLoopResult): HttpLoopAnswer;

  /** Ends the ringing as soon as the right code was typed. `obj` holds `request_id` and `call`. Ends with `HttpLoop.Ok`. */
  hangUp?(obj: JsObj, result: HttpLoopResult | null): HttpLoopAnswer;
}

declare const HttpLoop: {
  /** @param url absolute, https; its host has to be in the procedure's list of hosts */
  callBuilder(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string): HttpLoopRequestBuilder;
  Ok(value?: JsObj): HttpLoopOk;
  /** The call failed, and nobody knows whether the phone rang: it counts as called. */
  error(code: string, details?: Readonly<Record<string, string>>): HttpLoopError;
  /** The provider said that it made no call: the person does not pay for it, and the next provider is tried. */
  refused(code: string, details?: Readonly<Record<string, string>>): HttpLoopError;
};

/** Immutable: each method answers another builder. */
interface HttpLoopRequestBuilder {
  withHeader(name: string, value: string): HttpLoopRequestBuilder;
  /** `Authorization: Basic …` */
  withBasicAuth(user: string, password: string): HttpLoopRequestBuilder;
  /** Added to the address, encoded. */
  withQuery(name: string, value: string): HttpLoopRequestBuilder;
  /** JSON; sent exactly as `toJson()` says. */
  withBody(body: JsObj | readonly JsObj[]): HttpLoopRequestBuilder;
  /** `application/x-www-form-urlencoded`; in the order of the object's keys. */
  withForm(fields: JsObj): HttpLoopRequestBuilder;
  /** This request rings no phone: it asks for a token, a price, a status. If it fails, the next provider may be tried. */
  ringsNobody(): HttpLoopRequestBuilder;
  /** @param state kept for the next time, see `HttpLoopResult.state` */
  build(state?: JsObj): HttpLoopRequest;
}

/** What the provider answered. */
interface HttpLoopResult {
  status(): number;
  /** @throws when it is not a JSON object */
  body(): JsObj;
  /** @throws when it is not a JSON list of objects */
  list(): readonly JsObj[];
  text(): string;
  /** @returns an empty text for a header that is not there */
  header(name: string): string;
  /** What `build` was given. */
  state(): JsObj;
}

/**
 * A JSON object, immutable. Keys may be paths: `data.items.0.code`; a key with a dot in it is found before the path.
 * What is missing or of another type throws an error that names the key.
 */
interface JsObj {
  /** @param fallback instead of the error when it is missing or null; of another type is an error still */
  asString(key: string, fallback?: string): string;
  asNum(key: string, fallback?: number): number;
  asBool(key: string, fallback?: boolean): boolean;
  asObj(key: string, fallback?: JsObj): JsObj;
  /** A list of objects. */
  asList(key: string, fallback?: readonly JsObj[]): readonly JsObj[];
  /** A list of texts. */
  asStrings(key: string, fallback?: readonly string[]): readonly string[];
  /** A text, or a number written as one: for providers that send digits as either. Leading zeros live in texts only. */
  asText(key: string, fallback?: string): string;
  /** Whether there is such a value, and it is not null. */
  has(key: string): boolean;
  keys(): readonly string[];
  addString(key: string, value: string): JsObj;
  addNum(key: string, value: number): JsObj;
  addBool(key: string, value: boolean): JsObj;
  addObj(key: string, value: JsObj): JsObj;
  addList(key: string, value: readonly (JsObj | string | number | boolean)[]): JsObj;
  /** Without blanks, keys in the order in which they were added. */
  toJson(): string;
}

declare const JsObj: {
  readonly empty: JsObj;
  /** @throws when the text is not a JSON object */
  parse(text: string): JsObj;
};

/** Kept encrypted; never shown again after it was saved, and masked wherever it would be seen. */
declare const secrets: {
  /** @param name a text in quotes: whether there is such a secret is looked at when the procedure is saved */
  get(name: string): string;
};

type TextEncoding = 'hex' | 'base64' | 'base64url';

/** Texts are UTF-8. */
declare const crypto: {
  sha256(text: string, encoding: TextEncoding): string;
  sha1(text: string, encoding: TextEncoding): string;
  md5(text: string, encoding: TextEncoding): string;
  /** @param key a text, or bytes written as `keyEncoding` says */
  hmacSha256(key: string, text: string, encoding: TextEncoding, keyEncoding?: 'utf8' | TextEncoding): string;
};

declare const encoding: {
  /** UTF-8 text to base64 and so on. */
  encode(text: string, as: TextEncoding): string;
  /** @throws when it is not what `from` says, or no UTF-8 */
  decode(encoded: string, from: TextEncoding): string;
  /** As in an address: everything but letters, digits and `-_.~` */
  urlEncode(text: string): string;
  urlDecode(text: string): string;
};

/** The moment of this run: the same however often it is asked. `new Date()` tells it, too. */
declare const time: {
  unixSec(): number;
  unixMs(): number;
  /** `2026-01-31T12:00:00.000Z` */
  iso(): string;
  /** RFC 9110: `Sat, 31 Jan 2026 12:00:00 GMT` */
  http(): string;
  /** `YYYY MM DD HH mm ss` are replaced, in UTC or `+HH:MM`; other characters stay. */
  format(pattern: string, offset?: string): string;
};

/** For the trace of a test call: at most 20 lines of 200 characters; secrets and digits are masked. */
declare function log(...parts: readonly (string | number | boolean)[]): void;
