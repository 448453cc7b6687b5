import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface UnprivilegedUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Ours first, so that its files mix with nobody's; the others exist where no user may be added (read-only images). */
const ours = 'blitz-postgres';
const fallbacks = ['postgres', 'nobody'];

const waysToAdd: readonly (readonly [string, ...string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', ours],
  ['adduser', '-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', ours],
];

/** PostgreSQL refuses to run as root. Undefined when we are not root: then it simply runs as we do. */
export async function findUnprivilegedUser(): Promise<UnprivilegedUser | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const known = (await find(ours)) ?? (await add());
  if (known !== undefined) return known;
  for (const name of fallbacks) {
    const user = await find(name);
    if (user !== undefined) return user;
  }
  throw new Error(`PostgreSQL may not run as root, and a user for it can't be added. Type: useradd --system ${ours}`);
}

async function find(name: string): Promise<UnprivilegedUser | undefined> {
  const ids = ['-u', '-g'].map(async (what) => Number((await run('id', [what, name])).stdout));
  const [uid, gid] = await Promise.all(ids).catch(() => []);
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}

async function add(): Promise<UnprivilegedUser | undefined> {
  for (const [command, ...args] of waysToAdd) {
    await run(command, args).catch(() => undefined);
    // Asked again even after a failure: another start may have added it at the same moment.
    const user = await find(ours);
    if (user !== undefined) return user;
  }
  return undefined;
}
