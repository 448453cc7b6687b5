import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { newId } from '@blitz/kernel';
import { startSimulator, type Simulator } from '@blitz/phone-simulator/simulator';
import { freshDatabase, freshRedis } from '@blitz/testing';
import { until } from './until.ts';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const at = (port: number): string => `http://localhost:${String(port)}`;

/** blitz-idp and blitz-console as they are deployed: built, each a process of its own, on real stores, with the simulator as provider. */
export class Installation {
  readonly #children: ChildProcess[] = [];
  #said = '';

  private constructor(
    readonly addresses: { readonly idp: string; readonly console: string },
    readonly simulator: Simulator,
    /** What the simulator wants to see. */
    readonly providerToken: string,
    private readonly variables: Readonly<Record<string, string>>,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async open(): Promise<Installation> {
    const token = `provider-${newId()}`;
    const [database, redis, simulator, idp, desk] = await Promise.all([
      freshDatabase(), freshRedis(), startSimulator({ port: 0, host: '127.0.0.1', token }), freePort(), freePort(),
    ]);
    const key = (): string => randomBytes(32).toString('base64');
    const variables = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'test',
      BLITZ_HOST: '127.0.0.1',
      BLITZ_DATABASE_URL: database.url,
      BLITZ_REDIS_URL: redis.url,
      BLITZ_MASTER_KEY: key(),
      BLITZ_SECRET: key(),
      BLITZ_ISSUER: `${at(idp)}/blitz`,
      BLITZ_CONSOLE_URL: `${at(desk)}/blitz/console`,
      BLITZ_EGRESS_HTTP: new URL(simulator.url).host,
      BLITZ_EGRESS_ADDRESSES: '127.0.0.0/8',
    };
    const installation = new Installation({ idp: at(idp), console: at(desk) }, simulator, token, variables, () => database.drop());
    const seed = { accounts: [], clients: [], simulator: { url: simulator.url, token } };
    await installation.runs('seed-demo', [], JSON.stringify(seed));
    await Promise.all([installation.#start('blitz-idp', idp, '/blitz'), installation.#start('blitz-console', desk, '/blitz/console')]);
    return installation;
  }

  /** A command of blitz-idp. @returns what it prints @throws when it ends otherwise than with 0 */
  runs(command: string, args: readonly string[], input = ''): Promise<string> {
    return new Promise((resolve, reject) => {
      const file = inRoot(`apps/blitz-idp/dist/${command}.js`);
      const child = execFile(process.execPath, [file, ...args], { env: this.variables, timeout: 60_000 }, (error, out, err) => {
        if (error === null) resolve(out);
        else reject(new Error(`${command}: ${err}`));
      });
      child.stdin?.end(input);
    });
  }

  /** All that the services wrote to their logs. */
  get log(): string {
    return this.#said;
  }

  async close(): Promise<void> {
    for (const child of this.#children) child.kill('SIGTERM');
    await Promise.all(this.#children.filter(({ exitCode }) => exitCode === null).map((child) => once(child, 'close')));
    await this.simulator.close();
    await this.dropDatabase();
  }

  async #start(name: string, port: number, path: string): Promise<void> {
    const env = { ...this.variables, BLITZ_PORT: String(port), BLITZ_PUBLIC_URL: `${at(port)}${path}` };
    const child = spawn(process.execPath, [inRoot(`apps/${name}/dist/main.js`)], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#children.push(child);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    const ready = async (): Promise<boolean> => fetch(`${at(port)}/blitz/readyz`).then(({ ok }) => ok, () => false);
    await until(async () => child.exitCode !== null || (await ready()), 60_000);
    if (child.exitCode !== null) throw new Error(`${name} ended while it started:\n${this.#said.slice(-4_000)}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
