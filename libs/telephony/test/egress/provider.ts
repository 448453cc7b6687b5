import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Its own authority, valid for one name. */
export async function certificateFor(name: string): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'egress-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    await promisify(execFile)('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', keyFile, '-out', certFile,
    ]);
    return { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Servers on ports of this machine, with what reached them. */
export class Provider {
  connections = 0;
  readonly heard: { readonly url: string; readonly method: string; readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  answer: (response: ServerResponse, request: IncomingMessage) => unknown = (response) => response.end('{}');
  readonly sockets = new Set<Socket>();
  readonly #server: Server;
  port = 0;

  private constructor(make: (listener: RequestListener) => Server) {
    this.#server = make((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.heard.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
        this.answer(response, request);
      });
    });
    this.#server.on('connection', (socket: Socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    });
  }

  static plain(address = '127.0.0.1', port = 0): Promise<Provider> {
    return new Provider((listener) => createServer(listener)).#opens(address, port);
  }

  static tls(options: ServerOptions): Promise<Provider> {
    return new Provider((listener) => createTlsServer(options, listener)).#opens();
  }

  /** Speaks whatever it is told, HTTP or not. */
  static raw(onConnection: (socket: Socket) => void): Promise<Provider> {
    return new Provider(() => createTcpServer(onConnection)).#opens();
  }

  async #opens(address = '127.0.0.1', port = 0): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(port, address, resolve));
    this.port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async closes(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
