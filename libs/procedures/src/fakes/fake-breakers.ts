import { Breakers } from '../calls/breakers.ts';

/** Leaves alone whom a test says, and counts. */
export class FakeBreakers extends Breakers {
  readonly left = new Set<string>();
  readonly failures: string[] = [];
  readonly successes: string[] = [];
  broken = false;

  mayTry(procedure: string): Promise<boolean> {
    return this.broken ? Promise.reject(new Error('Redis is away')) : Promise.resolve(!this.left.has(procedure));
  }

  worked(procedure: string): Promise<void> {
    this.successes.push(procedure);
    return Promise.resolve();
  }

  failed(procedure: string): Promise<void> {
    this.failures.push(procedure);
    return Promise.resolve();
  }

  resting(): Promise<Readonly<Record<string, number>>> {
    return Promise.resolve({});
  }
}
