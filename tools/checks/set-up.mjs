import { join } from 'node:path';
import { build } from '../setup/build.mjs';
import { bundle } from '../setup/bundle.mjs';
import { buildConsoleWeb } from '../setup/console-web.mjs';
import { endCommandsOnSignals } from '../setup/commands.mjs';
import { ensureChromium } from '../setup/ensure-chromium.mjs';
import { ensurePackages } from '../setup/ensure-packages.mjs';
import { ensureRedis } from '../setup/ensure-redis.mjs';
import { Progress } from '../setup/progress.mjs';
import { words } from '../setup/refusal.mjs';
import { inRoot } from '../setup/root.mjs';
import { withLock } from '../slot/single-run.mjs';

const logs = inRoot('.blitz-setup', 'logs');

/** Whatever a fresh machine lacks: first what may be refused, then what takes minutes. */
export async function setUp({ browser = false, built = false }) {
  const progress = new Progress();
  const waiting = (owner) => progress.line(`  … waiting for the set-up of process ${owner}`);
  await withLock(inRoot('.blitz-setup'), 'lock', waiting, async () => {
    await progress.step('Redis', () => ensureRedis({ log: join(logs, 'redis-install.log') }));
    if (browser) process.env.CHROMIUM_PATH = await progress.step('Chromium', () => ensureChromium({ log: join(logs, 'chromium-install.log') }));
    await progress.step('Packages', () => ensurePackages({ log: join(logs, 'npm-install.log') }));
    if (browser) await progress.step('Console pages', () => buildConsoleWeb({ log: join(logs, 'console-pages.log') }));
    if (!built) return;
    await progress.step('Build', () => build({ log: join(logs, 'build.log') }));
    await progress.step('Bundle', bundle);
  });
}

/** Runs a tool's deed, says in words what went wrong, and ends the process with the deed's status. */
export async function asTool(deed) {
  endCommandsOnSignals();
  try {
    const status = await deed();
    process.exit(process.exitCode || status);
  } catch (error) {
    process.stderr.write(`\n${words(error)}\n`);
    process.exit(process.exitCode || 1);
  }
}
