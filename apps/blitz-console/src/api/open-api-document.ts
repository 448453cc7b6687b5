import { privileges } from '@blitz/accounts';
import { documentedProblems } from './documented-problems.ts';
import { privilegesFor, successOf, type Route, type Streamed } from './route.ts';
import { SchemaShelf } from './schema-shelf.ts';

export interface Addresses {
  /** Where the API is reached: ends in a slash. */
  readonly server: string;
  /** Where programs ask for tokens. */
  readonly tokens: string;
}

/** The OpenAPI 3.1 document of these routes. The same routes make the same document. */
export function openApiDocument(routes: readonly Route[], { server, tokens }: Addresses): object {
  const shelf = new SchemaShelf();
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[`/blitz/admin/api/v1/${route.path}`] ??= {})[route.method.toLowerCase()] = operation(route, shelf);
  const scopes = Object.fromEntries(privileges.map((each) => [each, `What needs the privilege ${each}`]));
  return {
    openapi: '3.1.0',
    info: { title: 'Blitz admin API', version: '1', description: 'What the pages of blitz-console do, for programs.' },
    servers: [{ url: server.replace(/\/$/, '') }],
    tags: [...new Set(routes.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...shelf.schemas(), Problem: documentedProblems },
      securitySchemes: {
        program: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: tokens, scopes } } },
        person: { type: 'apiKey', in: 'cookie', name: '__Host-blitz-console', description: 'The session of a person; changing requests also bring `X-Blitz-Csrf`.' },
      },
    },
  };
}

function operation(route: Route, shelf: SchemaShelf): object {
  const { tag, summary, description, body, consumes } = route;
  const needs = privilegesFor(route);
  const said = [description, `Needs ${needs.map((each) => `\`${each}\``).join(' or ')}.`, route.fresh === true ? 'People must have logged in within the last five minutes.' : undefined];
  const content = consumes === undefined ? (body === undefined ? undefined : { 'application/json': { schema: shelf.put(body) } }) : streamed(consumes);
  return {
    operationId: operationId(route),
    tags: [tag],
    summary,
    description: said.filter((each) => each !== undefined).join(' '),
    security: [...needs.map((each) => ({ program: [each] })), { person: [] }],
    parameters: parameters(route, shelf),
    ...(content === undefined ? {} : { requestBody: { required: true, content } }),
    responses: responses(route, shelf),
  };
}

function parameters({ params, query, precondition, idempotent }: Route, shelf: SchemaShelf): object[] {
  // TypeBox leaves the list out when nothing is required, which its types do not say.
  const required = query?.required as readonly string[] | undefined;
  const header = (name: string, required: boolean, words: string): object => ({ name, in: 'header', required, schema: { type: 'string' }, description: words });
  return [
    ...Object.entries(params?.properties ?? {}).map(([name, schema]) => ({ name, in: 'path', required: true, schema: shelf.put(schema) })),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) => ({ name, in: 'query', required: required?.includes(name) === true, schema: shelf.put(schema) })),
    ...(precondition === true ? [header('If-Match', false, 'The `ETag` of what was looked at. Required, but where something new is saved with `If-None-Match: *`.'), header('If-None-Match', false, '`*`: nothing may stand there yet.')] : []),
    ...(idempotent === true ? [header('Idempotency-Key', false, 'Drawn by the sender. A repetition within 24 hours is answered with the first answer.')] : []),
  ];
}

function responses(route: Route, shelf: SchemaShelf): object {
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const schema = route.answers[successOf(route)];
  const content = route.streams === undefined ? (schema === null || schema === undefined ? undefined : { 'application/json': { schema: shelf.put(schema) } }) : streamed(route.streams);
  const good = { description: route.streams?.summary ?? 'Done', ...(content === undefined ? {} : { content }) };
  return { [successOf(route)]: good, default: { description: 'A problem (RFC 9457)', content: problem } };
}

const streamed = ({ contentTypes, summary }: Streamed): object =>
  Object.fromEntries(contentTypes.map((type) => [type, { schema: { type: 'string', description: summary } }]));

/** `PUT users/{sub}/level` → `putUsersSubLevel` */
function operationId({ method, path }: Route): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return `${method.toLowerCase()}${words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('')}`;
}
