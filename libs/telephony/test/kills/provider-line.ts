import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** How the next request for a telephone fares on its way. */
export interface Passage {
  readonly requestMs: number;
  readonly answerMs: number;
  /** A request whose sender is gone gets lost instead of arriving. */
  readonly fragile: boolean;
  readonly tells: (moment: 'heard' | 'delivered') => void;
}

interface Request {
  readonly id: string;
  readonly dst_number: string;
}

/** The line to the provider: slow, and knows what passes. */
export class ProviderLine {
  readonly #passages = new Map<string, Passage>();
  readonly #server: Server;

  private constructor(private readonly provider: string) {
    this.#server = createServer((request, response) => {
      // Whoever asked may be gone: that is what this line is for.
      this.#pass(request, response).catch(() => response.destroy());
    });
  }

  static async opens(provider: string): Promise<ProviderLine> {
    const line = new ProviderLine(provider);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/provider/call`;
  }

  /** @param number without its country code, as this protocol names telephones */
  expects(number: string, passage: Passage): void {
    this.#passages.set(number, passage);
  }

  async closes(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    const number = (JSON.parse(body) as Request).dst_number;
    const passage = this.#passages.get(number);
    this.#passages.delete(number);
    passage?.tells('heard');
    if (passage !== undefined) await pause(passage.requestMs);
    if (passage?.fragile === true && response.destroyed) return;
    const { token } = request.headers;
    const headers = { 'content-type': 'application/json', token: String(token) };
    const answer = await fetch(this.provider, { method: 'POST', headers, body });
    const text = await answer.text();
    if (passage !== undefined) await pause(passage.answerMs);
    if (response.destroyed) return;
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
    passage?.tells('delivered');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
