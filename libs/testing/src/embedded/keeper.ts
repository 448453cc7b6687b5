import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { UnprivilegedUser } from './unprivileged-user.ts';

/**
 * A server must not outlive whoever started it, not even when that process is killed by SIGKILL and can clean up nothing.
 * So it runs under a small shell that holds the reading end of a pipe: when the pipe ends, for whatever reason, the shell
 * asks the server to stop and, ten seconds later, makes it stop. A shell because it costs 1 MB where Node costs 40, and
 * runs alike from TypeScript sources (jest) and from dist.
 *
 * The last lines end the watcher and whatever it waits with: they are the rest of the shell's process group.
 *
 *   $1 signal that stops the server gracefully, the rest: the server's command. Prints the server's pid.
 */
const keeperScript = `
signal=$1; shift
exec 3<&0
"$@" </dev/null >&2 3<&- &
child=$!
echo "$child"
{
  while read -r line <&3; do :; done
  kill -s "$signal" "$child"
  waited=0
  while kill -0 "$child" && [ "$waited" -lt 100 ]; do sleep 0.1; waited=$((waited + 1)); done
  kill -s KILL "$child"
} >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$child"
status=$?
trap '' TERM
kill -s TERM 0
wait "$watcher"
exit "$status"
`;

export interface KeptServer {
  /** Of the server itself, not of its keeper. */
  readonly pid: number;
  readonly running: boolean;
  /** Resolves with the exit status when the server has ended, whoever ended it. */
  readonly ended: Promise<number>;
  /** Gracefully, then by force; resolves when the process is gone. Calling it twice is fine. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly stopSignal: 'INT' | 'TERM';
  /** File that receives what the server prints; written anew at every start. */
  readonly log: string;
  readonly env: Readonly<Record<string, string>>;
  readonly user?: UnprivilegedUser | undefined;
}

export async function keep({ command, args, stopSignal, log, env, user }: ServerCommand): Promise<KeptServer> {
  const output = openSync(log, 'w', 0o600);
  // A session of its own: Ctrl-C in the terminal reaches only the process that owns the server, which stops it in its order.
  const keeper = spawn('/bin/sh', ['-c', keeperScript, 'keeper', stopSignal, command, ...args], {
    stdio: ['pipe', 'pipe', output],
    detached: true,
    cwd: '/',
    env: { ...env },
    ...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
  });
  closeSync(output);
  const { stdin, stdout } = keeper;
  if (stdin === null || stdout === null) throw new Error('the keeper has no pipes');
  stdin.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => {
    keeper.once('exit', (code) => resolve(code ?? -1));
    keeper.once('error', () => resolve(-1));
  });
  const pid = await new Promise<number>((resolve, reject) => {
    keeper.once('error', reject);
    stdout.once('data', (line: Buffer) => resolve(Number(line.toString())));
    void ended.then(() => reject(new Error(`${command} could not be started`)));
  });
  stdout.destroy();
  const stop = async (): Promise<void> => {
    stdin.end();
    await ended;
  };
  return {
    pid,
    ended,
    stop,
    get running() {
      return keeper.exitCode === null && keeper.signalCode === null;
    },
  };
}
