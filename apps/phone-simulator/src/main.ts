import { readEnvironment } from './environment.ts';
import type { Simulator } from './simulator.ts';
import { startSimulator } from './simulator.ts';

function endWith(simulator: Simulator): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
}

try {
  const simulator = await startSimulator(readEnvironment(process.env));
  endWith(simulator);
  process.stdout.write(`phone-simulator ready at ${simulator.url}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(`${inUse ? 'The port of the phone simulator is in use: choose another with BLITZ_SIMULATOR_PORT.' : reason}\n`);
  process.exit(1);
}
