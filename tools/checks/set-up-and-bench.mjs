import { runCommand } from '../setup/commands.mjs';
import { inRoot } from '../setup/root.mjs';
import { asTool, setUp } from './set-up.mjs';

export function main(args) {
  return asTool(async () => {
    await setUp({ built: true });
    await runCommand(process.execPath, [inRoot('bench', 'main.mjs'), ...args]);
    return 0;
  });
}
