import type { Town } from './town.ts';

export interface Said {
  readonly status: number;
  readonly etag: string;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string>>;

/** A program that works with the admin API, with the privileges that its token names. */
export class Program {
  constructor(
    private readonly town: Town,
    private readonly scope: string,
    readonly id = 'ops',
  ) {}

  /** @param path below `/blitz/admin/api/v1/` */
  async asks(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Said> {
    const json: Headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(`${this.town.url}/blitz/admin/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${await this.town.accessToken(this.scope, this.id)}`, ...json, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : Buffer.isBuffer(body) ? Uint8Array.from(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, etag: answer.headers.get('etag') ?? '', body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
  }
}
