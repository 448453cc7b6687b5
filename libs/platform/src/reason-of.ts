/** Of errors that an operator can mend and that say how, in whole sentences. Known by its shape, for the platform knows few rooms. */
export interface ForOperators {
  readonly forOperators: true;
}

interface Shape {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
  readonly port?: unknown;
  readonly forOperators?: unknown;
}

/** Why a process can't start, for whoever started it: what he can mend, or else the place of a mistake of ours. */
export function reasonOf(error: unknown): string {
  for (const each of chain(error)) {
    const sentence = sentences.map((say) => say(each)).find((said) => said !== undefined);
    if (sentence !== undefined) return sentence;
  }
  if (!(error instanceof Error)) return String(error);
  // What the system says has a code and explains itself; anything else is a mistake of ours, and its place helps.
  return 'code' in error && error.message !== '' ? error.message : (error.stack ?? error.message);
}

/** The error and what is behind it, the outermost first. */
function chain(error: unknown, depth = 0): readonly Shape[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { cause, driverError }: Shape = error;
  return [error, ...chain(cause, depth + 1), ...chain(driverError, depth + 1)];
}

const sentences: readonly ((error: Shape) => string | undefined)[] = [
  ({ forOperators, message }) => (forOperators === true ? String(message) : undefined),
  ({ code, port }) =>
    code === 'EADDRINUSE'
      ? `Port ${typeof port === 'number' ? port : ''} is in use: end what uses it, or choose another with BLITZ_PORT (npm start: BLITZ_SLOT=1).`
      : undefined,
  ({ name, message }) =>
    name === 'RangeError' && message === 'sealed with an unknown key'
      ? 'BLITZ_MASTER_KEY is not the key that sealed what the database holds. Give that one, alone or behind a newer one (new,old).'
      : undefined,
  (error) => (isRedis(error) ? refusedBy('Redis, which BLITZ_REDIS_URL names', error) : undefined),
  (error) => (isPostgres(error) ? refusedBy('PostgreSQL, which BLITZ_DATABASE_URL names', error) : undefined),
];

/** ioredis never hands on what the system said; PostgreSQL's driver always does. */
function isRedis({ name, message }: Shape): boolean {
  if (name === 'MaxRetriesPerRequestError' || name === 'ReplyError') return true;
  return typeof message === 'string' && /^(?:Command timed out|Connection is closed\.|Stream isn't writeable)/.test(message);
}

const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Of the SQL states: no connection (08), no such user or password (28), no such database (3D), full (53), going or coming (57P). */
function isPostgres({ code, message }: Shape): boolean {
  if (typeof code === 'string' && (unreachable.has(code) || /^(?:08|28|3D|53)...$|^57P..$/.test(code))) return true;
  return typeof message === 'string' && /^(?:Connection terminated|timeout exceeded when trying to connect)/.test(message);
}

/** In the words of the system or the store, unless they only tell how often ioredis has tried. */
function refusedBy(store: string, { name, message }: Shape): string {
  const silent = name === 'MaxRetriesPerRequestError' || typeof message !== 'string' || message === '';
  return silent ? `${store}, does not answer.` : `${message} (${store})`;
}
