import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './server-environment.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

const run = promisify(execFile);

export const superuser = 'blitz';

export interface Cluster {
  /** Folder of PostgreSQL's own files, owned by the user it runs as. */
  readonly data: string;
  readonly password: string;
}

/** Opens the cluster kept below `place`, or makes one: a half-made cluster of a killed run is thrown away, never started. */
export async function prepareCluster(
  place: string,
  binaries: string,
  user: UnprivilegedUser | undefined,
  { throwAway }: { readonly throwAway: boolean },
): Promise<Cluster> {
  const data = join(place, 'data');
  const passwordFile = join(place, 'password');
  const made = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (made !== undefined) {
    await assertSameMajor(made.trim(), binaries);
    return { data, password: (await readFile(passwordFile, 'utf8')).trim() };
  }
  const password = randomBytes(18).toString('base64url');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  await initialise(data, binaries, password, user, throwAway);
  return { data, password };
}

async function initialise(data: string, binaries: string, password: string, user: UnprivilegedUser | undefined, throwAway: boolean): Promise<void> {
  const draft = `${data}.draft`;
  const passwordFile = join(draft, '..', 'password.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
  const options = [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // Upper and lower case of every script, on machines that have no locale installed.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(throwAway ? ['--no-sync'] : []),
  ];
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  try {
    await run(join(binaries, 'bin', 'initdb'), options, { cwd: '/', env: serverEnvironment, ...as });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data);
}

async function assertSameMajor(made: string, binaries: string): Promise<void> {
  const { stdout } = await run(join(binaries, 'bin', 'postgres'), ['--version'], { cwd: '/', env: serverEnvironment });
  const present = /(\d+)/.exec(stdout)?.[1];
  if (present !== made) throw new Error(`The kept data is PostgreSQL ${made}'s, but PostgreSQL ${present ?? '?'} is installed`);
}
