import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';

jest.setTimeout(240_000);

const checkout = dirname(fileURLToPath(new URL('../../../package.json', import.meta.url)));
const slot = '7';

interface Ready {
  readonly idp: string;
  readonly console: string;
  readonly recovery: string;
  readonly simulator: string;
  readonly demo: string;
  readonly account: { readonly login: string; readonly password: string; readonly phone: string };
  readonly administrator: Ready['account'];
}

/** `npm start`, with npm and all, as on a machine without a terminal: standard input closed. */
class Started {
  output = '';
  readonly ended: Promise<unknown>;
  readonly #npm: ChildProcess;

  constructor(...args: string[]) {
    // A session of its own, so that a signal to the group is what Ctrl-C is in a terminal: npm and its child get it both.
    this.#npm = spawn('npm', ['start', '--', ...args], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...personsEnvironment(), BLITZ_SLOT: slot },
    });
    for (const stream of [this.#npm.stdout, this.#npm.stderr]) stream?.on('data', (piece: Buffer) => (this.output += piece.toString()));
    this.ended = new Promise((resolve) => this.#npm.once('close', resolve));
  }

  async ready(): Promise<Ready> {
    for (;;) {
      const line = this.output.split('\n').find((each) => each.startsWith('ready {'));
      if (line !== undefined) return JSON.parse(line.slice('ready '.length)) as Ready;
      if (this.#hasEnded) throw new Error(`npm start ended before it was ready:\n${this.output}`);
      await pause(50);
    }
  }

  get #hasEnded(): boolean {
    return this.#npm.exitCode !== null || this.#npm.signalCode !== null;
  }

  async ctrlC(): Promise<void> {
    if (!this.#hasEnded) process.kill(-(this.#npm.pid ?? 0), 'SIGINT');
    await this.ended;
  }
}

describe('npm start', () => {
  let demo: Started | undefined;
  afterEach(async () => {
    await demo?.ctrlC();
    demo = undefined;
  });

  it('brings up every part, and Ctrl-C leaves no process', async () => {
    demo = new Started('--fresh');
    const ready = await demo.ready();
    for (const address of [`${ready.idp}/readyz`, `${ready.simulator}healthz`, `${ready.demo}healthz`]) {
      expect((await fetch(address)).status).toBe(200);
    }
    for (const address of [ready.console, ready.recovery]) {
      expect((await fetch(new URL('/blitz/readyz', address))).status).toBe(200);
    }
    const discovery = await fetch(`${ready.idp}/.well-known/openid-configuration`);
    expect(await discovery.json()).toMatchObject({ issuer: ready.idp });
    expect(ready.account).toEqual({ login: 'ada', password: expect.any(String), phone: expect.stringMatching(/^\+79\d{9}$/) });
    expect(ready.administrator).toEqual({ ...ready.account, login: 'admin', password: expect.any(String), phone: expect.stringMatching(/^\+79\d{9}$/) });
    expect(ready.administrator.password).not.toBe(ready.account.password);
    const login = await fetch(`${ready.console}/login`, { redirect: 'manual' });
    expect([login.status, login.headers.get('location')?.split('?')[0]]).toEqual([303, `${ready.idp}/oauth/ae`]);
    await demo.ctrlC();
    expect(await left()).toEqual([]);
  });

  it('starts a second time with the same data, and quickly', async () => {
    const began = performance.now();
    demo = new Started();
    const { account } = await demo.ready();
    // Printed, not asserted: the ten seconds of the promise are those of a machine that does nothing else.
    process.stdout.write(`second start of the demo: ready after ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    expect(demo.output).not.toContain('Demo data');
    expect(account.login).toBe('ada');
    await demo.ctrlC();
    expect(await left()).toEqual([]);
  });
});

/** Without what belongs to the run of the tests: their stores, their runtime's options. */
function personsEnvironment(): NodeJS.ProcessEnv {
  const ofTheRun = ['BLITZ_DATABASE_URL', 'BLITZ_REDIS_URL', 'NODE_OPTIONS', 'NODE_ENV', 'JEST_WORKER_ID'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheRun.includes(name)));
}

/** Processes of the slot: its folder stands in the command line or they work in it; services know the slot's number. */
async function left(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = pids.map(async (pid) => {
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
    const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
    const environment = (await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '')).split('\0');
    const store = `${command} ${place}`.includes(join(checkout, `.blitz-${slot}`));
    const service = place === checkout && environment.includes(`BLITZ_SLOT=${slot}`);
    return store || service ? `${pid} ${command}` : undefined;
  });
  return (await Promise.all(found)).filter((each) => each !== undefined);
}
