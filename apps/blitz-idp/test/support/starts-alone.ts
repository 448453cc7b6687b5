import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ending {
  readonly code: number | undefined;
  readonly said: string;
}

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** The built service as a process of its own: what it says and how it ends when it can't start. Killed after a while. */
export function startsAlone(variables: Readonly<Record<string, string>>): Promise<Ending> {
  return new Promise((resolve) => {
    execFile(process.execPath, [main], { env: { ...variables }, timeout: 30_000 }, (error, _stdout, said) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : undefined, said });
    });
  });
}
