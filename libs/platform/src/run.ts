import type { Service } from './http/service.ts';
import { maskNumbers } from './log/mask-numbers.ts';
import { reasonOf } from './reason-of.ts';

/** Kubernetes and people who pressed Ctrl-C both want it over within this time. */
const deadlineMs = 9_500;

/** Balancers ask for readiness about once a second; in development nobody asks. */
const drainMs = 2_000;

/**
 * The life of a service's process: start, run until it is told to stop, end. What keeps it from starting is said in one
 * sentence on the standard error, and the process ends with 1.
 */
export async function run(name: string, start: () => Promise<Service>): Promise<void> {
  try {
    const service = await start();
    endTogether(service);
    await service.listen();
  } catch (error) {
    process.stderr.write(`${name} can't start. ${maskNumbers(reasonOf(error))}\n`);
    process.exit(1);
  }
}

function endTogether(service: Service): void {
  const stop = (): void => {
    // A second signal means: now.
    process.once('SIGINT', () => process.exit(130));
    setTimeout(() => process.exit(1), deadlineMs).unref();
    service.stop(service.production ? drainMs : 0).then(
      () => process.exit(0),
      (error: unknown) => { service.fail(error); },
    );
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // After either of these nothing is known about the state of the process; whoever started it starts it again.
  process.once('uncaughtException', (error) => { service.fail(error); });
  process.once('unhandledRejection', (error) => { service.fail(error); });
}
