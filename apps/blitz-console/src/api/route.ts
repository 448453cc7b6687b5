import type { Privilege } from '@blitz/accounts';
import type { Static, TObject, TSchema } from 'typebox';

/** Bytes or moments that are no JSON document: what they are, and in which words the document says so. */
export interface Streamed {
  readonly contentTypes: readonly string[];
  readonly summary: string;
}

/**
 * All that there is to know about one route of the admin API. What is asked is checked against it, the OpenAPI document is written
 * from it, and the guard lets in by it: a rule about a route stands here and nowhere else.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/blitz/admin/api/v1/`, with parameters as OpenAPI writes them: `users/{sub}`. */
  readonly path: string;
  /** Any one of them is enough. */
  readonly privilege: Privilege | readonly Privilege[];
  /** The section of the document. */
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params?: TObject;
  readonly query?: TObject;
  readonly body?: TSchema;
  /** The status of success and what its body is; `null` for none. */
  readonly answers: Readonly<Record<number, TSchema | null>>;
  /** `If-Match` with the version that was looked at is required; where something may be new, `If-None-Match: *` stands for "nothing yet". */
  readonly precondition?: true;
  /** People must have logged in within the last minutes. */
  readonly fresh?: true;
  /** A repetition with the same `Idempotency-Key` is answered with what was answered before. */
  readonly idempotent?: true;
  /** Bytes; 64 KiB otherwise. */
  readonly bodyLimit?: number;
  /** The body is read by the handler itself. */
  readonly consumes?: Streamed;
  /** The answer is written by the handler itself. */
  readonly streams?: Streamed;
}

/** Keeps the exact type of what is described, so that a handler's types follow from it. */
export function route<const Described extends Route>(described: Described): Described {
  return described;
}

type Part<R extends Route, Name extends 'params' | 'query' | 'body'> = R[Name] extends TSchema ? Static<R[Name]> : undefined;

/** Parts of a request, read and checked. */
export interface AskedParts<R extends Route> {
  readonly params: Part<R, 'params'>;
  readonly query: Part<R, 'query'>;
  readonly body: Part<R, 'body'>;
  /** The version that was looked at; 0 for "nothing yet". */
  readonly ifMatch: R extends { readonly precondition: true } ? number : undefined;
}

type Bodies<R extends Route> = R['answers'][keyof R['answers']];

/** What a handler answers. */
export type AnswerOf<R extends Route> = Bodies<R> extends infer Body ? (Body extends TSchema ? Static<Body> : undefined) : never;

/** `users/{sub}` → `/blitz/admin/api/v1/users/:sub`, as the router knows it. */
export function routerPath({ path }: Route): string {
  return `/blitz/admin/api/v1/${path.replace(/\{(\w+)\}/g, ':$1')}`;
}

export function privilegesFor({ privilege }: Pick<Route, 'privilege'>): readonly Privilege[] {
  return typeof privilege === 'string' ? [privilege] : privilege;
}

export function successOf({ answers }: Pick<Route, 'answers'>): number {
  return Number(Object.keys(answers)[0] ?? 200);
}
