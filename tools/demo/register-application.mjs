import { spawn } from 'node:child_process';
import { Refusal, words } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';
import { ownerOf } from '../slot/single-run.mjs';
import { readSlot } from '../slot/slot.mjs';
import { readForCommands } from './for-commands.mjs';
import { eachLine } from './log-lines.mjs';

const command = inRoot('apps', 'blitz-idp', 'dist', 'register-application.js');

/** The whole of `npm run application`: the JSON on the standard output, everything for people beside it. */
export async function main(args) {
  try {
    const { issuer, env } = await runningDemo();
    process.exitCode = await register(args, env);
    if (process.exitCode === 0) process.stderr.write(addresses(issuer));
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

function register(args, env) {
  const child = spawn(process.execPath, [command, ...args], {
    env: { ...process.env, NODE_ENV: 'development', ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  // What oidc-provider thinks of our Node is no news to whoever registers an application.
  eachLine(child.stderr, (line) => line.startsWith('oidc-provider WARNING: Unsupported runtime') || process.stderr.write(`${line}\n`));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
}

function addresses(issuer) {
  return ['', `Issuer     ${issuer}`, `Discovery  ${issuer}/.well-known/openid-configuration`, ''].join('\n');
}
