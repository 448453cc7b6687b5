import type { JsonObject, Ran, WantedRequest } from '@blitz/procedures';
import type { Masked } from './masked.ts';

/** A run's outcome without its log. */
export type Answer = Ran extends infer Each ? (Each extends Ran ? Omit<Each, 'logs'> : never) : never;

const KIB = 1_024;
const limits = { url: 8 * KIB, headers: 40, header: 8 * KIB, body: 64 * KIB, json: 16 * KIB, details: 10, detail: 200 } as const;

class Unacceptable extends Error {
  readonly fault: 'no_answer' | 'answer_too_large';

  constructor(fault: 'no_answer' | 'answer_too_large', message: string) {
    super(message);
    this.fault = fault;
  }
}

/** Reads the JSON text that the language made of what a procedure returned; sizes are looked at here and nowhere else. */
export function readAnswer(text: unknown, masked: Masked): Answer {
  try {
    return answerOf(objectOf(typeof text === 'string' ? JSON.parse(text) : undefined), masked);
  } catch (error) {
    const known = error instanceof Unacceptable ? error : new Unacceptable('no_answer', 'The procedure gave no answer that can be read.');
    return { kind: 'fault', fault: known.fault, message: masked.text(known.message, 300) };
  }
}

function answerOf(answer: JsonObject, masked: Masked): Answer {
  switch (textOf(answer['kind'])) {
    case 'request':
      return { kind: 'request', request: requestOf(objectOf(answer['request'])) };
    case 'ok':
      return { kind: 'ok', value: smallObject(answer['value'], 'The object in HttpLoop.Ok') };
    case 'error':
      return errorOf(answer, masked);
    case 'no_answer':
      throw new Unacceptable('no_answer', textOf(answer['message']));
    default:
      throw unreadable();
  }
}

function requestOf(request: JsonObject): WantedRequest {
  const body = request['body'];
  return {
    method: bounded(request['method'], 16, 'The method'),
    url: bounded(request['url'], limits.url, 'The address'),
    headers: headersOf(request['headers']),
    ...(body === undefined ? {} : { body: bounded(body, limits.body, 'The body') }),
    ringsNobody: booleanOf(request['ringsNobody']),
    state: smallObject(request['state'], 'The state'),
  };
}

function headersOf(headers: unknown): WantedRequest['headers'] {
  if (!Array.isArray(headers)) throw unreadable();
  if (headers.length > limits.headers) throw tooLarge('The list of headers', `${limits.headers} headers`);
  return headers.map((header: unknown) => {
    if (!Array.isArray(header) || header.length !== 2) throw unreadable();
    return [bounded(header[0], 256, 'The name of a header'), bounded(header[1], limits.header, 'A header')] as const;
  });
}

function errorOf({ code, details, refused }: JsonObject, masked: Masked): Answer {
  if (typeof code !== 'string' || !/^[a-z][a-z0-9_]{0,63}$/.test(code)) {
    throw new Unacceptable('no_answer', 'The code of an error is written in small letters, digits and _, begins with a letter and has at most 64 characters.');
  }
  const given = Object.entries(objectOf(details));
  if (given.length > limits.details) throw tooLarge('The details of an error', `${limits.details} entries`);
  // A long detail is cut, not refused: what a provider said about its refusal must not turn the refusal into a fault.
  const shown = given.map(([name, value]) => [bounded(name, 64, 'The name of a detail'), masked.text(textOf(value), limits.detail, 7)] as const);
  return { kind: 'error', code, details: Object.fromEntries(shown), refused: booleanOf(refused) };
}

function smallObject(value: unknown, what: string): JsonObject {
  const object = objectOf(value);
  bounded(JSON.stringify(object), limits.json, what);
  return object;
}

function bounded(value: unknown, most: number, what: string): string {
  const text = textOf(value);
  if (Buffer.byteLength(text, 'utf8') > most) throw tooLarge(what, most < KIB ? `${most} bytes` : `${most / KIB} KiB`);
  return text;
}

function objectOf(value: unknown): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadable();
  return value as JsonObject;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw unreadable();
  return value;
}

function booleanOf(value: unknown): boolean {
  if (typeof value !== 'boolean') throw unreadable();
  return value;
}

const unreadable = () => new Unacceptable('no_answer', 'The procedure gave no answer that can be read.');
const tooLarge = (what: string, most: string) => new Unacceptable('answer_too_large', `${what} may have at most ${most}.`);
