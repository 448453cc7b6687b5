import type { Town } from './town.ts';

export interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  /** As it came. */
  readonly text: string;
}

export interface Request {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** A program with the privilege for procedures, at the door of the admin API. */
export class DriverDesk {
  /** All that it was ever answered. */
  readonly heard: string[] = [];

  constructor(private readonly town: Town) {}

  async asks(method: string, path: string, { body, headers = {}, token }: Request = {}): Promise<Answered> {
    const answer = await fetch(`${this.town.url}/blitz/admin/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token ?? (await this.town.accessToken())}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    this.heard.push(text);
    return { status: answer.status, etag: answer.headers.get('etag'), headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as Answered['body']), text };
  }

  reads(path: string): Promise<Answered> {
    return this.asks('GET', path);
  }

  /** @param version that was looked at; undefined: nothing may stand there yet */
  saves(path: string, body: unknown, version?: number): Promise<Answered> {
    return this.asks('PUT', path, { body, headers: version === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${String(version)}"` } });
  }
}
