import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface HeardRequest {
  readonly method: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A telephone company on a port of this machine: hears what it is asked, and answers as it is told. */
export class Company {
  readonly requests: HeardRequest[] = [];
  answer: Answer = says(200, { SenderID: '+79580001234' });
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  port = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.requests.push({ method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString() });
        this.answer(response, request);
      });
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
    });
  }

  static async opens(): Promise<Company> {
    const company = new Company();
    await new Promise<void>((resolve) => company.#server.listen(0, '127.0.0.1', resolve));
    company.port = (company.#server.address() as AddressInfo).port;
    return company;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}/call`;
  }

  async closes(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

export function says(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Waits for what another connection or process does, at most so long. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000, everyMs = 5): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
