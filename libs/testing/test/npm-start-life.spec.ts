import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { standInCheckout, type StandInCheckout } from './stand-in-checkout.ts';
import { nothingRunsFor, processesOf, StartedDemo } from './started-demo.ts';

jest.setTimeout(120_000);
const slot = '43';

describe('the life of npm start', () => {
  let checkout: StandInCheckout;
  let start: StartedDemo;
  beforeAll(async () => {
    checkout = await standInCheckout();
  });
  afterEach(async () => {
    start.signal('SIGKILL');
    await nothingRunsFor(checkout.folder);
  });
  afterAll(() => checkout.remove());

  const open = async (...args: string[]): Promise<StartedDemo> => {
    start = new StartedDemo(checkout.folder, slot, args);
    await start.ready();
    return start;
  };
  const kept = (file: string): Promise<string> => readFile(join(checkout.folder, '.blitz-43', file), 'utf8');

  it('says where everything is, in one line for programs', async () => {
    await open();
    expect(await start.ready()).toEqual({
      idp: 'http://localhost:13300/blitz',
      console: 'http://localhost:13301/blitz/console',
      recovery: 'http://localhost:13303/blitz/recovery',
      simulator: 'http://localhost:13310/',
      demo: 'http://localhost:13320/',
      account: { login: 'ada', password: expect.stringMatching(/^\w+-\w+-\d{4}$/), phone: expect.stringMatching(/^\+79\d{9}$/) },
      administrator: { login: 'admin', password: expect.stringMatching(/^\w+-\w+-\d{4}$/), phone: expect.stringMatching(/^\+79\d{9}$/) },
    });
    expect(start.output).toContain('blitz-idp warning: development secrets');
    expect(start.output).toContain('blitz-idp warning: call failed: provider_failed, status 500');
    expect(start.output).not.toContain('\u001b');
  });

  it('sends nobody to a page that is not there', async () => {
    await open();
    expect(start.output).toMatch(/^ {2}blitz-idp +http:\/\/localhost:13300\/blitz\/\.well-known\/openid-configuration$/m);
    expect(start.output).toMatch(/^ {2}blitz-console +http:\/\/localhost:13301\/blitz\/console +log in as admin$/m);
    expect(start.output).toMatch(/^ {2}blitz-recovery +http:\/\/localhost:13303\/blitz\/healthz +\(no pages yet\)$/m);
  });

  it('as npm run dev restarts what reads blitz.conf when that is edited', async () => {
    await open('--watch');
    await writeFile(join(checkout.folder, 'blitz.conf'), '# edited');
    while (!start.output.includes('blitz-recovery restarted')) await pause(20);
    expect(start.output).toContain('blitz-idp restarted');

    // What is wrong now is said once, and mended by the next edit.
    const main = join(checkout.folder, 'apps/blitz-recovery/dist/main.js');
    const before = await readFile(main, 'utf8');
    await writeFile(main, `console.error("blitz-recovery can't start. It is wrong"); process.exitCode = 1;`);
    await writeFile(join(checkout.folder, 'blitz.conf'), '# edited wrongly');
    while (!start.output.includes('It is wrong')) await pause(20);
    await writeFile(main, before);
    await writeFile(join(checkout.folder, 'blitz.conf'), '# edited again');
    while (start.output.split('blitz-recovery restarted').length < 3) await pause(20);
    expect(start.output.split('It is wrong')).toHaveLength(2);
    start.signal('SIGINT');
    expect(await start.ended).toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops everything in order and leaves no process', async (signal) => {
    await open();
    expect((await processesOf(checkout.folder)).length).toBeGreaterThanOrEqual(8);
    start.signal(signal);
    expect(await start.ended).toBe(0);
    expect(await processesOf(checkout.folder)).toEqual([]);
    for (const name of ['blitz-idp', 'blitz-console', 'blitz-recovery', 'phone-simulator', 'demo-app']) {
      expect(await kept(`logs/${name}.log`)).toMatch(/bye\n$/);
    }
  });

  it('takes a Ctrl-C that npm passes on for the same Ctrl-C', async () => {
    await open();
    start.signal('SIGINT');
    start.signal('SIGINT');
    expect(await start.ended).toBe(0);
    expect(await kept('logs/blitz-idp.log')).toMatch(/bye\n$/);
  });

  it('keeps the data until it is told to forget it', async () => {
    const { account } = await (await open('--fresh')).ready();
    start.signal('SIGINT');
    await start.ended;
    expect((await (await open()).ready()).account).toEqual(account);
    expect(await kept('logs/blitz-idp.log')).toContain('starts so far: 2\n');
    start.signal('SIGINT');
    await start.ended;
    expect((await (await open('--fresh')).ready()).account.password).not.toBe(account.password);
    expect(await kept('logs/blitz-idp.log')).toContain('starts so far: 1\n');
    expect(await kept('logs/seed-demo.log')).toBe('seeded ada,grace,alan,admin http://localhost:13320/callback\n');
  });

  it('keeps secrets where only their owner reads them, and tells the telephone and the application none', async () => {
    await open();
    expect((await stat(join(checkout.folder, '.blitz-43/secrets'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(checkout.folder, '.blitz-43/secrets/secrets.json'))).mode & 0o777).toBe(0o600);
    for (const name of ['phone-simulator', 'demo-app']) {
      expect(await kept(`logs/${name}.log`)).not.toMatch(/MASTER_KEY|BLITZ_SECRET|DATABASE_URL|REDIS_URL/);
    }
  });

  it('stops everything when one service ends, and says which and its last words', async () => {
    const { idp } = await (await open()).ready();
    await fetch(new URL('/die', idp)).catch(() => undefined);
    expect(await start.ended).toBe(1);
    expect(start.output).toMatch(/blitz-idp ended by itself \(status 3\)\. Its last words:\n\n[^]*"started"/);
    expect(await processesOf(checkout.folder)).toEqual([]);
  });

  it('leaves no process when it is killed, and starts again', async () => {
    await open();
    start.signal('SIGKILL');
    await start.ended;
    await nothingRunsFor(checkout.folder);
    await open();
  });

  it('may be interrupted while it starts', async () => {
    start = new StartedDemo(checkout.folder, slot, ['--fresh']);
    while (!start.output.includes('Packages')) await pause(5);
    start.signal('SIGINT');
    expect(await start.ended).toBe(130);
    await nothingRunsFor(checkout.folder);
  });

  it('does not wait for a service that does not stop when Ctrl-C is pressed again', async () => {
    const main = join(checkout.folder, 'apps/demo-app/dist/main.js');
    const before = await readFile(main, 'utf8');
    await writeFile(main, before.replace('process.exit(0)', ''));
    await open();
    start.signal('SIGINT');
    // Longer than what counts as one press, which npm repeats.
    await pause(1_200);
    start.signal('SIGINT');
    expect(await start.ended).toBe(130);
    await writeFile(main, before);
    await nothingRunsFor(checkout.folder);
  });

  it('says what a service said that could not start', async () => {
    const main = join(checkout.folder, 'apps/blitz-recovery/dist/main.js');
    const before = await readFile(main, 'utf8');
    await writeFile(
      main,
      `console.log('{"level":"info","msg":"wiring"}');
      console.error("blitz-recovery can't start. The environment is not complete:\\n  BLITZ_SECRET is missing");
      console.error('{"level":"debug","msg":"BLITZ_SECRET is missing"}');
      process.exitCode = 1;`,
    );
    start = new StartedDemo(checkout.folder, slot);
    expect(await start.ended).toBe(1);
    await writeFile(main, before);
    expect(start.output).toContain(
      "blitz-recovery ended while it started. Its last words:\n\n" +
        "blitz-recovery can't start. The environment is not complete:\n  BLITZ_SECRET is missing\n\nAll it said: ",
    );
    expect(start.output.split('BLITZ_SECRET is missing')).toHaveLength(2);
    expect(await processesOf(checkout.folder)).toEqual([]);
  });
});
