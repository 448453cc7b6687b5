import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export interface Heard {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

/** A provider of the tests' own: hears what it is asked, and answers as it is told. */
export class TelephoneCompany {
  readonly heard: Heard[] = [];
  answers: (heard: Heard, response: ServerResponse) => void = (_heard, response) => response.writeHead(500).end();
  readonly #server: Server;
  url = '';

  private constructor() {
    this.#server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        const heard = { method, path, headers, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
        this.heard.push(heard);
        this.answers(heard, response);
      });
    });
  }

  static async opens(): Promise<TelephoneCompany> {
    const company = new TelephoneCompany();
    await new Promise<void>((resolve) => company.#server.listen(0, '127.0.0.1', resolve));
    const address = company.#server.address();
    company.url = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
    return company;
  }

  says(status: number, body: object): void {
    this.answers = (_heard, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  async closes(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
