import { Problem, problemIn, problemOf } from './problem.ts';

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** With the version, for `If-Match` when it is saved. */
export interface Versioned<Body> {
  readonly body: Body;
  readonly etag: string;
}

/**
 * What was asked for: `answer(api.GET('/blitz/admin/api/v1/users'))`.
 * @throws Problem
 */
export async function answer<Data>(asked: Promise<Answered<Data>>): Promise<Data> {
  return (await settled(asked)).data as Data;
}

/**
 * The same with its version.
 * @throws Problem
 */
export async function versioned<Data>(asked: Promise<Answered<Data>>): Promise<Versioned<Data>> {
  const { data, response } = await settled(asked);
  return { body: data as Data, etag: response.headers.get('etag') ?? '' };
}

async function settled<Data>(asked: Promise<Answered<Data>>): Promise<Answered<Data>> {
  let answered: Answered<Data>;
  try {
    answered = await asked;
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') throw thrown;
    // Nothing came back, or no JSON did.
    throw thrown instanceof SyntaxError ? new Problem({ status: 0, code: 'unexpected_answer' }, { cause: thrown }) : problemOf(thrown);
  }
  if (!answered.response.ok) throw problemIn(answered.response.status, answered.error);
  return answered;
}
