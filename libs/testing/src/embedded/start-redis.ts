import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedServer, EmbeddedServerOptions } from './embedded-server.ts';
import { findFreePort } from './free-port.ts';
import { keep, type KeptServer } from './keeper.ts';
import { findRedisBinary } from './redis-binary.ts';
import { serverEnvironment } from './server-environment.ts';

const startsTried = 4;
const readyWithinMs = 60_000;

export interface EmbeddedRedisOptions extends EmbeddedServerOptions {
  /** Every write goes to a file before it is answered, so that a killed Redis forgets nothing. */
  readonly appendOnly: boolean;
  /** With a port: the address stays the same over a restart, and whoever was connected finds it again. A new one if absent. */
  readonly password?: string;
}

/** A private child of the installed Redis or Valkey; its log is `redis.log` in the folder. */
export async function startRedis(options: EmbeddedRedisOptions): Promise<EmbeddedServer> {
  const command = await findRedisBinary();
  if (command === undefined) throw new Error('Neither redis-server nor valkey-server is installed');
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const log = join(folder, 'redis.log');
  for (let tried = 1; ; tried += 1) {
    const port = options.port ?? (await findFreePort());
    const password = options.password ?? randomBytes(18).toString('base64url');
    const configuration = await writeConfiguration(folder, port, password, options.appendOnly);
    const server = await keep({ command, args: [configuration], stopSignal: 'TERM', log, env: serverEnvironment });
    const problem = await ready(server, port, password, log);
    if (problem === undefined) return opened(server, port, password, options.throwAway === true ? folder : undefined);
    await server.stop();
    const taken = options.port === undefined && problem.includes('Address already in use');
    if (tried === startsTried || !taken) throw new Error(`Redis did not start:\n${problem}`);
  }
}

/** The password stands in a file that only we may read, not in a command line that everybody sees. */
async function writeConfiguration(folder: string, port: number, password: string, appendOnly: boolean): Promise<string> {
  const file = join(folder, 'redis.conf');
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${folder.replaceAll('"', '\\"')}"`,
    `appendonly ${appendOnly ? 'yes' : 'no'}`,
    // With `everysec` a busy disk puts writes off for up to two seconds: a Redis killed then would let a phone ring twice (R3).
    'appendfsync always',
    'save ""',
    'databases 64',
    'maxmemory-policy noeviction',
    'daemonize no',
  ];
  await rm(file, { force: true });
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return file;
}

async function ready(server: KeptServer, port: number, password: string, log: string): Promise<string | undefined> {
  const end = performance.now() + readyWithinMs;
  while (server.running && performance.now() < end) {
    if (await answersPing(port, password)) return undefined;
    await pause(15);
  }
  return (await readFile(log, 'utf8')).trim().split('\n').slice(-12).join('\n') || 'it said nothing';
}

/** Our password is accepted and the data is loaded: `-LOADING` and a stranger's server on that port both say no. */
function answersPing(port: number, password: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 2_000 });
    let heard = '';
    const done = (yes: boolean): void => {
      socket.destroy();
      answer(yes);
    };
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      heard += chunk.toString();
      if (heard.includes('+PONG')) done(true);
      else if (heard.startsWith('-')) done(false);
    });
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
    socket.once('close', () => answer(false));
  });
}

function opened(server: KeptServer, port: number, password: string, forget: string | undefined): EmbeddedServer {
  const stop = async (): Promise<void> => {
    await server.stop();
    if (forget !== undefined) await rm(forget, { recursive: true, force: true });
  };
  return { url: `redis://:${password}@127.0.0.1:${port}`, port, pid: server.pid, ended: server.ended, stop };
}
