import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.d.ts';

export type AdminClient = Client<paths>;

export interface AdminClientOptions {
  /** Where blitz-console is reached: `https://console.example.com`. */
  readonly baseUrl: string;
  /** Headers that depend on the moment: the token of a program, the anti-forgery token of a session. */
  readonly headers?: (method: string) => Readonly<Record<string, string>>;
  /** Every answer, before whoever asked gets it. */
  readonly seen?: (answer: Response) => void;
}

/**
 * The admin API, with the types of its OpenAPI document: `client.GET('/blitz/admin/api/v1/users', { params: { query: { q: 'ada' } } })`.
 * `api.d.ts` is made from the document by tools/admin-client.mjs.
 */
export function createAdminClient({ baseUrl, headers, seen }: AdminClientOptions): AdminClient {
  const client = createClient<paths>({ baseUrl });
  client.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers?.(request.method) ?? {})) request.headers.set(name, value);
      return request;
    },
    onResponse({ response }) {
      seen?.(response);
      return undefined;
    },
  });
  return client;
}
