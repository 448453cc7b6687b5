import { spawn } from 'node:child_process';
import { Refusal, words } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';
import { ownerOf } from '../slot/single-run.mjs';
import { readSlot } from '../slot/slot.mjs';
import { readForCommands } from './for-commands.mjs';
import { eachLine } from './log-lines.mjs';

/**
 * Runs a command of blitz-idp against the stores of the demo that is running: its answer on the standard output, everything for
 * people beside it.
 *
 * @param name of the command, below apps/blitz-idp/dist
 * @param after what to say to people when it went well, given the addresses of the demo
 */
export async function main(name, args, after = () => '') {
  try {
    const { env, ...places } = await runningDemo();
    process.exitCode = await run(name, args, env);
    if (process.exitCode === 0) process.stderr.write(after(places));
  } catch (error) {
    process.stderr.write(`${words(error)}\n`);
    process.exitCode = 1;
  }
}

async function runningDemo() {
  const { folder, number } = readSlot();
  const known = ownerOf(folder) === undefined ? undefined : await readForCommands(folder);
  if (known !== undefined) return known;
  throw new Refusal(`No demo is running in slot ${number}, or it is not ready yet.`, `${number === 0 ? '' : `BLITZ_SLOT=${number} `}npm start`);
}

function run(name, args, env) {
  const child = spawn(process.execPath, [inRoot('apps', 'blitz-idp', 'dist', `${name}.js`), ...args], {
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  // What oidc-provider thinks of our Node is no news to whoever types a command.
  eachLine(child.stderr, (line) => line.startsWith('oidc-provider WARNING: Unsupported runtime') || process.stderr.write(`${line}\n`));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}
