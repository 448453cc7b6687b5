import type { FastifyRequest } from 'fastify';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request as the provider hears it: with the body to the letter, because some sign it. */
export class Heard {
  readonly method: string;
  /** What stands after the provider's host, without the query. */
  readonly path: string;
  readonly text: string;
  readonly #request: FastifyRequest;

  /** @param base the part of the path that stands for the provider's host */
  constructor(request: FastifyRequest, base: string) {
    this.#request = request;
    this.method = request.method;
    this.path = (request.url.split('?')[0] ?? '').slice(base.length);
    this.text = typeof request.body === 'string' ? request.body : '';
  }

  /** Empty if it isn't there. */
  header(name: string): string {
    const value = this.#request.headers[name];
    return typeof value === 'string' ? value : '';
  }

  /** A part of the path; empty if it isn't there. */
  param(name: string): string {
    const params: unknown = this.#request.params;
    const value = isFields(params) ? params[name] : undefined;
    return typeof value === 'string' ? value : '';
  }

  /** Whether the query has this name. */
  asks(name: string): boolean {
    const query: unknown = this.#request.query;
    return isFields(query) && name in query;
  }

  /** The JSON object in the body; without any field if there is none. */
  get json(): Fields {
    const value = parsed(this.text);
    return isFields(value) ? value : {};
  }

  /** The JSON objects of the list in the body. */
  get list(): readonly Fields[] {
    const value = parsed(this.text);
    return Array.isArray(value) ? value.filter(isFields) : [];
  }

  get form(): URLSearchParams {
    return new URLSearchParams(this.text);
  }

  /** The password of `Authorization: Basic …`, whoever the user is; empty if there is none. */
  get basicPassword(): string {
    const [scheme, credentials = ''] = this.header('authorization').split(' ');
    const [user = '', ...password] = Buffer.from(credentials, 'base64').toString().split(':');
    return scheme === 'Basic' && user !== '' ? password.join(':') : '';
  }
}
