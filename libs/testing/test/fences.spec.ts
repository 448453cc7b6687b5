import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, jest } from '@jest/globals';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const boundaries = '@nx/enforce-module-boundaries';

// A real lint of a real package, through Nx, on a machine that does other things as well.
jest.setTimeout(120_000);

interface Wrong {
  /** What somebody did, in words. */
  readonly deed: string;
  readonly folder: string;
  readonly code: string;
  readonly rule: string;
  readonly says: RegExp;
}

const forbidden = 'no-restricted-syntax';
const wrongs: readonly Wrong[] = [
  {
    deed: 'a domain room that knows Redis',
    folder: 'libs/accounts/src',
    code: "import { Redis } from 'ioredis';\nexport const a = Redis;",
    rule: boundaries,
    says: /room:domain.*not allowed to import "ioredis"/,
  },
  {
    deed: 'a page of the console that knows a room of the server',
    folder: 'apps/blitz-console-web/src',
    code: "import { DomainError } from '@blitz/kernel';\nexport const a = DomainError;",
    rule: boundaries,
    says: /room:web.*can only depend on/,
  },
  {
    deed: 'a domain room that knows Nest',
    folder: 'libs/factors/src',
    code: "import { Module } from '@nestjs/common';\nexport const a = Module;",
    rule: boundaries,
    says: /room:domain.*not allowed to import "@nestjs\/common"/,
  },
  {
    deed: 'a domain room that knows an adapter',
    folder: 'libs/factors/src',
    code: "import { Script } from '@blitz/redis';\nexport const a = Script;",
    rule: boundaries,
    says: /can only depend on libs tagged|Circular dependency/,
  },
  {
    deed: 'a room that knows an app',
    folder: 'libs/platform/src',
    code: "import * as a from '@blitz/phone-simulator/simulator';\nexport const b = a;",
    rule: boundaries,
    says: /can only depend on libs tagged|Imports of apps/,
  },
  {
    deed: 'an app that knows another app',
    folder: 'apps/blitz-console/src',
    code: "import * as a from '@blitz/phone-simulator/simulator';\nexport const b = a;",
    rule: boundaries,
    says: /can only depend on libs tagged|Imports of apps/,
  },
  {
    deed: 'an adapter that knows the platform',
    folder: 'libs/redis/src',
    code: "import { Log } from '@blitz/platform';\nexport const a = Log;",
    rule: boundaries,
    says: /room:adapter.*can only depend on libs tagged/,
  },
  {
    deed: 'the kernel that knows anybody',
    folder: 'libs/kernel/src',
    code: "import { AuditTrail } from '@blitz/audit';\nexport const a = AuditTrail;",
    rule: boundaries,
    says: /room:kernel.*cannot depend|Circular dependency/,
  },
  {
    deed: 'a product that knows the tests',
    folder: 'libs/platform/src',
    code: "import { freshRedis } from '@blitz/testing';\nexport const a = freshRedis;",
    rule: boundaries,
    says: /can only depend on libs tagged/,
  },
  {
    deed: 'a way around the door',
    folder: 'libs/redis/src',
    code: "import { newId } from '../../kernel/src/new-id.ts';\nexport const a = newId;",
    rule: boundaries,
    says: /cannot be imported by a relative/,
  },
  {
    deed: 'chance that can be foreseen',
    folder: 'libs/accounts/src',
    code: 'export const a = Math.random();',
    rule: forbidden,
    says: /can be foreseen/,
  },
  { deed: 'a look at the machine\'s clock', folder: 'libs/redis/src', code: 'export const a = [Date.now(), new Date()];', rule: forbidden, says: /Clock/ },
  { deed: 'a look at the environment', folder: 'libs/redis/src', code: "export const a = process.env['BLITZ_SECRET'];", rule: forbidden, says: /Only libs\/platform reads the environment/ },
  { deed: 'a promise that nobody waits for', folder: 'libs/accounts/src', code: 'export const a = (): void => {\n  Promise.resolve();\n};', rule: '@typescript-eslint/no-floating-promises', says: /must be awaited/ },
  { deed: 'an any', folder: 'libs/accounts/src', code: 'export const a = (b: any): string => String(b);', rule: '@typescript-eslint/no-explicit-any', says: /any/ },
  { deed: 'a kind that a switch forgot', folder: 'libs/accounts/src', code: "export function a(b: 'x' | 'y'): void {\n  switch (b) {\n    case 'x':\n      return;\n  }\n}", rule: '@typescript-eslint/switch-exhaustiveness-check', says: /not exhaustive/ },
  { deed: 'a rule switched off without a reason', folder: 'libs/accounts/src', code: '// eslint-disable-next-line no-restricted-syntax\nexport const a = Math.random();', rule: 'blitz/explained-disable', says: /Say after/ },
  { deed: 'a file that goes on and on', folder: 'libs/accounts/src', code: 'export const a = 1;\n'.padEnd(300, '\n'), rule: 'max-lines', says: /too many lines/ },
];

const written: string[] = [];

/** Writes the wrong code where somebody would have written it, inside the package. */
async function write({ folder, code }: Wrong, at: number): Promise<string> {
  const file = join(root, folder, `fence-probe-${process.pid}-${at}.ts`);
  written.push(file);
  await writeFile(file, `${code}\n`);
  return file;
}

afterEach(() => Promise.all(written.splice(0).map((file) => rm(file, { force: true }))));

type Outcome = { readonly status: number; readonly out: string };

async function node(script: string, ...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '', FORCE_COLOR: '0' };
  const options = { cwd: root, env, maxBuffer: 64 * 1_024 * 1_024 };
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options).then(
    ({ stdout, stderr }) => ({ status: 0, out: stdout + stderr }),
    (error: unknown) => failed(error as { readonly code?: number; readonly stdout?: string; readonly stderr?: string }),
  );
}

function failed({ code, stdout, stderr }: { readonly code?: number; readonly stdout?: string; readonly stderr?: string }): Outcome {
  return { status: code ?? -1, out: `${stdout ?? ''}${stderr ?? ''}` };
}

const nx = (...args: readonly string[]): Promise<Outcome> => node('nx/dist/bin/nx.js', ...args);

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** One lint for all files; the graph of the projects, without which the rule of the rooms sleeps, is made first. */
async function lint(files: readonly string[]): Promise<readonly Linted[]> {
  await nx('show', 'projects');
  const { out } = await node('eslint/bin/eslint.js', '--format', 'json', ...files);
  return JSON.parse(out.slice(out.indexOf('[{'), out.lastIndexOf('}]') + 2)) as readonly Linted[];
}

describe('the fences between the rooms', () => {
  it('refuse whatever must not be written, with the name of the rule and the reason', async () => {
    const files = await Promise.all(wrongs.map(write));
    const results = await lint(files);
    for (const [at, { deed, rule, says }] of wrongs.entries()) {
      const messages = results.find(({ filePath }) => filePath === files[at])?.messages ?? [];
      const found = messages.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message);
      expect({ deed, found: found.join('\n') }).toEqual({ deed, found: expect.stringMatching(says) });
    }
  });

  it('let through what the rooms may know', async () => {
    const fine = { deed: '', rule: '', says: /x/, folder: 'libs/accounts/src', code: "import { newId } from '@blitz/kernel';\n\nexport const made = newId();" };
    const [result] = await lint([await write(fine, wrongs.length)]);
    expect(result?.messages).toEqual([]);
  });

  it('are awake in the very command that everybody runs: the lint of a package fails on a wrong import', async () => {
    const [wrong] = wrongs;
    if (wrong === undefined) throw new Error('nothing is forbidden');
    const file = await write(wrong, wrongs.length + 1);
    const { status, out } = await nx('run', '@blitz/accounts:lint', '--skip-nx-cache', '--outputStyle=static');
    expect(status).not.toBe(0);
    expect(out).toContain(boundaries);
    expect(out).toContain(file);
  });
});
