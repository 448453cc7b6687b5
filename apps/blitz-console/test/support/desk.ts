import type { Town } from './town.ts';

export interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the admin API as a program does. `at`: the version that it looked at. */
export class Desk {
  constructor(
    private readonly town: Town,
    private readonly scope = 'w_system',
  ) {}

  async asks(method: string, path: string, body?: unknown, at?: number | string | null): Promise<Answered> {
    const answer = await this.fetch(method, path, body, at);
    const text = await answer.text();
    return { status: answer.status, etag: answer.headers.get('etag'), body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  async fetch(method: string, path: string, body?: unknown, at?: number | string | null): Promise<Response> {
    const headers = {
      authorization: `Bearer ${await this.town.accessToken(this.scope)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(at === undefined || at === null ? {} : { 'if-match': typeof at === 'number' ? `"${String(at)}"` : at }),
    };
    return fetch(`${this.town.url}/blitz/admin/api/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }) });
  }

  /** The version of the settings just now. */
  async version(): Promise<number> {
    return Number((await this.asks('GET', 'settings')).body['version']);
  }
}
