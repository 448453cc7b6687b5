import type { FastifyRequest } from 'fastify';
import { checkSchema } from './check-schema.ts';
import type { FieldError } from './field-errors.ts';
import { FieldsInvalid } from './fields-invalid.ts';
import { PreconditionMissing } from './precondition-missing.ts';
import type { AskedParts, Route } from './route.ts';

/**
 * Reads a request as its route describes it.
 *
 * @throws FieldsInvalid with every field that is wrong, PreconditionMissing
 */
export function readAsked(route: Route, request: FastifyRequest): AskedParts<Route> {
  const parts = { params: request.params, query: readQuery(route, request.query), body: route.consumes === undefined ? request.body : undefined };
  const errors: FieldError[] = [];
  for (const name of ['params', 'query', 'body'] as const) {
    const schema = route[name];
    if (schema !== undefined) errors.push(...checkSchema(schema, parts[name] ?? (name === 'query' ? {} : undefined), `/${name}`));
    else if (name !== 'params' && hasSomething(parts[name])) errors.push({ pointer: `/${name}`, rule: 'unknown', expected: 'must be empty' });
  }
  const ifMatch = route.precondition === true ? readVersion(request.headers, errors) : undefined;
  if (errors.length > 0) throw new FieldsInvalid(errors);
  return { ...parts, ifMatch } as AskedParts<Route>;
}

/** Texts in an address become the numbers, flags and lists that the schema speaks of; what can't is left for the check to refuse. */
function readQuery({ query }: Route, asked: unknown): unknown {
  if (query === undefined || typeof asked !== 'object' || asked === null) return asked;
  const properties = query.properties as Readonly<Record<string, { readonly type?: string; readonly items?: unknown }>>;
  return Object.fromEntries(Object.entries(asked).map(([name, value]: [string, unknown]) => [name, readText(Object.hasOwn(properties, name) ? properties[name]?.type : undefined, value)]));
}

function readText(type: string | undefined, value: unknown): unknown {
  if (type === 'array') return typeof value === 'string' ? [value] : value;
  if (typeof value !== 'string') return value;
  if ((type === 'integer' || type === 'number') && /^-?\d{1,15}(?:\.\d{1,9})?$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function hasSomething(part: unknown): boolean {
  return part !== undefined && part !== null && !(typeof part === 'object' && Object.keys(part).length === 0);
}

/** RFC 9110, 13.1: `If-Match: "3"`, or `If-None-Match: *` for what must not exist yet. */
function readVersion(headers: FastifyRequest['headers'], errors: FieldError[]): number {
  const { 'if-match': match, 'if-none-match': none } = headers;
  if (match === undefined && none === undefined) throw new PreconditionMissing();
  const [, version] = /^"(\d{1,9})"$/.exec(match ?? '') ?? [];
  if (none === '*' && match === undefined) return 0;
  if (version === undefined || none !== undefined) {
    errors.push({ pointer: '/headers/if-match', rule: 'etag', expected: 'must be the `ETag` of an earlier answer, such as "3"' });
  }
  return Number(version ?? 0);
}
