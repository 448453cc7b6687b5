/** Names under which secrets travel. `code` is one of them only when it is made of digits: errors have codes too. */
const secretNames = /^(?:.*(?:password|secret|token|cookie|authorization|credential)s?|body|query|querystring|headers?|otp|pin)$/i;
const digits = /^[\p{Nd}\s-]+$/u;
const deepest = 4;

/** A copy of what somebody wants to log, without bodies, cookies, authorizations, query strings, codes and other secrets. */
export function withoutSecrets(value: unknown, name = '', depth = 0): unknown {
  if (secretNames.test(name)) return value === undefined ? undefined : '[hidden]';
  if (name === 'code' && isDigits(value)) return '[hidden]';
  if (typeof value === 'string') return withoutQuery(value);
  if (value instanceof Error) return errorForLog(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return depth < deepest ? value.map((each) => withoutSecrets(each, '', depth + 1)) : '[…]';
  return isPlain(value) ? objectForLog(value, depth) : instanceForLog(value);
}

function objectForLog(value: object, depth: number): unknown {
  if (depth >= deepest) return '[…]';
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutSecrets(inner, key, depth + 1)]));
}

/** Requests, sockets, buffers and connections are named, not copied: who knows what hangs on them. */
function instanceForLog(value: object): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[Date]' : value.toISOString();
  return value instanceof URL ? withoutQuery(value.href) : `[${value.constructor.name}]`;
}

/**
 * Only what explains an error. Libraries hang whole requests on their errors (axios its headers and body, TypeORM its
 * parameters, ioredis the arguments of the command), so their own properties are never copied.
 */
function errorForLog(error: Error, depth: number): unknown {
  if (depth >= deepest) return '[…]';
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: withoutQuery(error.message),
    ...(typeof code === 'string' && !isDigits(code) ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: withoutQuery(error.stack) }),
    ...(error instanceof AggregateError ? { errors: withoutSecrets(error.errors, '', depth + 1) } : {}),
    ...(error.cause === undefined ? {} : { cause: withoutSecrets(error.cause, '', depth + 1) }),
  };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function isDigits(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && digits.test(value));
}

/** Query strings carry codes and tokens; addresses carry passwords. */
function withoutQuery(text: string): string {
  return text
    .replaceAll(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, '$1[hidden]@')
    .replaceAll(/((?:\b[a-z][a-z0-9+.-]*:\/\/|\/)[^\s?"']*)\?[^\s"'#)]+/gi, '$1?[hidden]');
}
