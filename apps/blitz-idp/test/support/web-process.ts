import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Town } from './town.ts';
import { until } from './until.ts';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

/** One more web process on a town's stores, as it is built, which can die like one. Its clock is the machine's. */
export class WebProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {}

  static async of(town: Town, port: number): Promise<WebProcess> {
    const env = { ...town.variables, BLITZ_PORT: String(port), BLITZ_ROLES: 'web' };
    const web = new WebProcess(spawn(process.execPath, [main], { env, stdio: 'ignore' }), `http://localhost:${String(port)}`);
    await until(() => fetch(`${web.origin}/blitz/readyz`).then(({ ok }) => ok, () => false), 30_000);
    return web;
  }

  /** No farewell, to nobody. */
  async dies(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
