import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { assets } from '../src/index.ts';

/** The policy that the services send; what the pages do, they must do under it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const files = new Map(assets.map((asset) => [asset.path, asset]));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves the assets, and for everything else what a test says. */
export class PageServer {
  readonly requests: string[] = [];
  readonly #server: Server;
  readonly #answers = new Map<string, Answer>();

  constructor() {
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      this.requests.push(`${request.method ?? ''} ${path}`);
      response.setHeader('content-security-policy', policy);
      const file = files.get(path);
      if (file !== undefined) response.writeHead(200, { 'content-type': file.type }).end(file.body);
      else (this.#answers.get(path) ?? gone)(request, response);
    });
  }

  on(path: string, answer: Answer): this {
    this.#answers.set(path, answer);
    return this;
  }

  page(path: string, html: () => string): this {
    return this.on(path, (_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html()));
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  count(request: string): number {
    return this.requests.filter((each) => each === request).length;
  }
}

const gone: Answer = (_, response) => response.writeHead(404).end();
