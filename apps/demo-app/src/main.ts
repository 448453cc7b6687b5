import type { Demo } from './demo.ts';
import { startDemo } from './demo.ts';
import { readEnvironment } from './environment.ts';

function endWith(demo: Demo): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void demo.close().then(() => process.exit(0)));
  }
}

try {
  const demo = await startDemo(readEnvironment(process.env));
  endWith(demo);
  process.stdout.write(`demo-app ready at ${demo.url} (a demonstration: sessions live in memory)\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  process.stderr.write(`${inUse ? 'The port of the demo application is in use: choose another with BLITZ_DEMO_PORT.' : reason}\n`);
  process.exit(1);
}
