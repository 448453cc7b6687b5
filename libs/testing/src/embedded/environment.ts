/** What the embedded servers read from the environment, in one place. */
export function searchPath(): string {
  return process.env['PATH'] ?? '';
}

/** Number of the jest worker, from 1. */
export function jestWorker(): number {
  return Number(process.env['JEST_WORKER_ID'] ?? '1');
}

/** Set by tools/jest-stores.mjs for the run. */
export function sharedStore(name: 'BLITZ_TEST_DATABASE_URL' | 'BLITZ_TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (url === undefined) throw new Error(`${name} is not set: run the tests through jest's projects "contract", "service" or "journey"`);
  return url;
}
