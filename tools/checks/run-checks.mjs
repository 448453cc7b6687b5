import { parseArgs } from 'node:util';
import { compiler } from '../setup/build.mjs';
import { runCommand } from '../setup/commands.mjs';
import { ensureChromium } from '../setup/ensure-chromium.mjs';
import { seconds } from '../setup/progress.mjs';
import { Refusal } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';
import { jestStep } from './jest-step.mjs';
import { asTool } from './set-up.mjs';

const help = `npm run check                     build and types, lint with fences, unit, contract, service, journey
npm run check -- --keep-going     every step, even after one has failed
npm run check -- unit contract    only these steps
npm test                          the same after all set-up
`;

const steps = {
  types: () => command([compiler, '-b']),
  lint: async () => {
    const rooms = await command([inRoot('node_modules', '.bin', 'nx'), 'run-many', '-t', 'lint', '--parallel=2', '--outputStyle=static'], { NX_DAEMON: 'false' });
    // What belongs to no room of Nx's.
    const rest = await command([inRoot('node_modules', 'eslint', 'bin', 'eslint.js'), '--max-warnings', '0', 'tools', 'bench', 'eslint.config.mjs', 'jest.config.mjs']);
    return { passed: 0, failed: rooms.failed + rest.failed };
  },
  unit: () => jestStep('unit'),
  contract: () => jestStep('contract'),
  service: () => jestStep('service'),
  journey: async () => {
    process.env.CHROMIUM_PATH = await ensureChromium();
    return jestStep('journey');
  },
};

export function main(args) {
  return asTool(() => check(args));
}

/** Answers the exit status. The last line is for programs and people alike: `N passed, N failed`. */
export async function check(args) {
  const { values, positionals } = read(args);
  if (values.help) return process.stdout.write(help), 0;
  const wanted = positionals.length === 0 ? Object.keys(steps) : positionals;
  const done = [];
  for (const name of wanted) {
    process.stdout.write(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`);
    const began = performance.now();
    const result = await steps[name]();
    done.push({ name, ...result, tookMs: performance.now() - began });
    if (result.failed > 0 && !values['keep-going']) break;
  }
  return conclude(wanted, done);
}

function read(args) {
  const options = { help: { type: 'boolean', short: 'h' }, 'keep-going': { type: 'boolean' } };
  const { values, positionals } = parse(args, options);
  const unknown = positionals.find((name) => steps[name] === undefined);
  if (unknown !== undefined) throw new Refusal(`There is no step ${unknown}; the steps are ${Object.keys(steps).join(', ')}.`, 'npm run check -- --help');
  return { values, positionals };
}

function parse(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new Refusal(error.message, 'npm run check -- --help', { cause: error });
  }
}

/** A step without tests of its own counts only when it fails: then as one failure. */
async function command(args, env = {}) {
  try {
    await runCommand(process.execPath, args, { env: { ...process.env, ...env } });
    return { passed: 0, failed: 0 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function conclude(wanted, done) {
  const line = ({ name, passed, failed, tookMs }) => {
    const tests = passed + failed > 0 ? `${passed} passed, ${failed} failed` : '';
    return `  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)} ${seconds(tookMs).padStart(8)}   ${tests}`.trimEnd();
  };
  const skipped = wanted.slice(done.length).map((name) => `  – ${name.padEnd(10)} not run: a step before it failed`);
  const sum = (what) => done.reduce((total, each) => total + each[what], 0);
  process.stdout.write(`\n${[...done.map(line), ...skipped].join('\n')}\n\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}
