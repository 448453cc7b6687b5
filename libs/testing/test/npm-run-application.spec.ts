import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { standInCheckout, type StandInCheckout } from './stand-in-checkout.ts';
import { nothingRunsFor, StartedDemo } from './started-demo.ts';

jest.setTimeout(60_000);
const slot = '46';

interface Said {
  readonly status: number;
  readonly json: string;
  readonly words: string;
}

describe('npm run application', () => {
  let checkout: StandInCheckout;
  let demo: StartedDemo | undefined;
  beforeAll(async () => {
    checkout = await standInCheckout();
  });
  afterEach(async () => {
    demo?.signal('SIGKILL');
    await nothingRunsFor(checkout.folder);
  });
  afterAll(() => checkout.remove());

  const file = (): string => join(checkout.folder, '.blitz-46/secrets/for-commands.json');

  async function open(): Promise<StartedDemo> {
    demo = new StartedDemo(checkout.folder, slot);
    await demo.ready();
    return demo;
  }

  function application(...args: readonly string[]): Promise<Said> {
    const env = { PATH: process.env['PATH'] ?? '', BLITZ_SLOT: slot };
    return new Promise((resolve) => {
      execFile(process.execPath, [join(checkout.folder, 'tools/application.mjs'), ...args], { env }, (error, json, words) => {
        resolve({ status: error === null ? 0 : Number(error.code), json, words });
      });
    });
  }

  const notRunning = { status: 1, json: '', words: 'No demo is running in slot 46, or it is not ready yet.\nType: BLITZ_SLOT=46 npm start\n' };

  it('reaches the stores of the demo in its slot, and says where applications find it', async () => {
    await open();
    const { status, json, words } = await application('--id', 'my-app', '--redirect-uri', 'http://localhost:3000/callback');
    expect(status).toBe(0);
    expect(JSON.parse(json)).toEqual({ args: ['--id', 'my-app', '--redirect-uri', 'http://localhost:3000/callback'], keys: [32, 32] });
    expect(words).toBe(
      '\nIssuer     http://localhost:13600/blitz\nDiscovery  http://localhost:13600/blitz/.well-known/openid-configuration\n',
    );
  });

  it('says where programs with privileges find the admin API', async () => {
    await open();
    const { status, words } = await application('--id', 'ops', '--privilege', 'w_system');
    expect(status).toBe(0);
    expect(words).toBe('\nTokens     http://localhost:13600/blitz/oauth/te\nAdmin API  http://localhost:13601/blitz/admin/api\n');
  });

  it('ends as the command does, and says then what the command says and no more', async () => {
    await open();
    expect(await application('--refuse')).toMatchObject({ status: 1, words: 'It is refused.\n' });
  });

  it('says what to type when no demo is running, and when one was killed', async () => {
    expect(await application()).toEqual(notRunning);
    const { ended } = await open();
    demo?.signal('SIGKILL');
    await ended;
    expect(await application()).toEqual(notRunning);
  });

  it('needs nothing that is readable for others, or kept when the demo has ended', async () => {
    const { ended } = await open();
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    demo?.signal('SIGINT');
    await ended;
    await expect(readFile(file())).rejects.toThrow('ENOENT');
  });
});
