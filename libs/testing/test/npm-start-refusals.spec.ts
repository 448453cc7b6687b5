import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { standInCheckout, type StandInCheckout } from './stand-in-checkout.ts';
import { StartedDemo } from './started-demo.ts';

jest.setTimeout(60_000);

describe('npm start refuses in one sentence and says what to type', () => {
  let checkout: StandInCheckout;
  beforeAll(async () => {
    checkout = await standInCheckout();
  });
  afterAll(() => checkout.remove());

  const refused = async (slot: string, args: string[] = [], nodeArgs: string[] = []): Promise<string> => {
    const start = new StartedDemo(checkout.folder, slot, args, nodeArgs);
    expect(await start.ended).toBe(1);
    expect(start.output).not.toMatch(/^\s+at /m);
    return start.output.trim();
  };

  it('an old Node, before anything that an old Node does not understand', async () => {
    const fake = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.18.3"})';
    const said = await refused('41', [], ['--import', fake]);
    expect(said).toBe(
      'Blitz needs Node 20.19 or newer, and this is Node 20.18.3.\nType: nvm install 22   (without nvm: https://nodejs.org/en/download)',
    );
  });

  it.each(['abc', '-1', '1.5', '501', '1e2'])('the slot %s', async (slot) => {
    expect(await refused(slot)).toBe(`BLITZ_SLOT must be a whole number from 0 to 500, and it is "${slot}".\nType: BLITZ_SLOT=1 npm start`);
  });

  it('an option that it does not know', async () => {
    expect(await refused('41', ['--frehs'])).toBe('--frehs is no option of npm start.\nType: npm start -- --help');
  });

  it('a Redis that is not there, to whoever may not install it', async () => {
    const fake = [
      'import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module";',
      'const { accessSync } = fs; process.getuid = () => 1000;',
      'fs.accessSync = (file, mode) => { if (/(redis|valkey)-server$/.test(file)) throw new Error("ENOENT"); accessSync(file, mode); };',
      'syncBuiltinESMExports();',
    ].join('');
    const said = await refused('41', [], ['--import', `data:text/javascript,${encodeURIComponent(fake)}`]);
    expect(said).toMatch(/Redis is needed for counters, sessions and calls and not installed; only root may install it\.\nType: \S+/);
  });

  it.each(['127.0.0.1', '0.0.0.0', '::'])('a port that is in use on %s, with the name of its user', async (host) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(13_110, host, resolve));
    const said = await refused('41');
    await new Promise((resolve) => other.close(resolve));
    expect(said).toMatch(/^Port 13110 is in use by .+ \(process \d+\)\.\nType: BLITZ_SLOT=42 npm start$/);
    expect(said).toContain(`(process ${process.pid})`);
  });

  it('a slot that is running already', async () => {
    await mkdir(join(checkout.folder, '.blitz-41'), { recursive: true });
    await writeFile(join(checkout.folder, '.blitz-41', 'lock'), `${process.pid} ${await bornAt(process.pid)}`);
    expect(await refused('41')).toBe(
      `Slot 41 is already running (process ${process.pid}).\nType: kill ${process.pid}   or, beside it: BLITZ_SLOT=42 npm start`,
    );
  });
});

async function bornAt(pid: number): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
