import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from '../src/environment.ts';

describe('the process', () => {
  it('refuses to run in production, in one sentence', () => {
    expect(() => readEnvironment({ NODE_ENV: 'production' })).toThrow(/^The phone simulator [^.]*refuses to run with NODE_ENV=production\.$/);
  });

  it('binds the machine itself only, on port 9010, unless told otherwise', () => {
    expect(readEnvironment({})).toMatchObject({ host: '127.0.0.1', port: 9010 });
    expect(readEnvironment({ BLITZ_HOST: '0.0.0.0', BLITZ_SIMULATOR_PORT: '0', BLITZ_SIMULATOR_TOKEN: 't' })).toEqual({ host: '0.0.0.0', port: 0, token: 't', phones: [] });
  });

  it('knows the phones that it is told of, and refuses what is none without repeating it', () => {
    expect(readEnvironment({ BLITZ_SIMULATOR_PHONES: '+79000001234, +79000005678,' }).phones).toEqual(['+79000001234', '+79000005678']);
    expect(() => readEnvironment({ BLITZ_SIMULATOR_PHONES: '+79000001234,89000005678' })).toThrow(/^BLITZ_SIMULATOR_PHONES must be numbers such as [^8]*$/);
  });

  it.each(['', 'x', '-1', '65536', '9010 '])('refuses the port "%s" without repeating it', (port) => {
    expect(() => readEnvironment({ BLITZ_SIMULATOR_PORT: port })).toThrow('BLITZ_SIMULATOR_PORT must be a port number');
  });

  const main = new URL('../dist/main.js', import.meta.url).pathname;
  const start = (env: Readonly<Record<string, string>>): ChildProcess =>
    spawn(process.execPath, [main], { env: { BLITZ_SIMULATOR_PORT: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = async (stream: NodeJS.ReadableStream | null): Promise<string> => String(((await once(stream ?? process.stdin, 'data')) as unknown[])[0]);

  it('ends with 1 in production', async () => {
    const child = start({ NODE_ENV: 'production' });
    const [said, exit] = await Promise.all([heard(child.stderr), once(child, 'exit')]);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(exit[0]).toBe(1);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('ends soon after %s, though somebody watches its events', async (signal) => {
    const child = start({});
    const url = /http:\S+/.exec(await heard(child.stdout))?.[0] ?? '';
    const events = await fetch(`${url}/api/events`);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect((await ended)[0]).toBe(0);
    await events.text();
  });
});
