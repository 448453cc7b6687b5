import { Breakers, type Leave } from '../calls/breakers/breakers.ts';

/** Leaves alone whom a test says, and counts. */
export class FakeBreakers extends Breakers {
  readonly left = new Set<string>();
  /** Whose rest is over: the next call is the trial. */
  readonly onTrial = new Set<string>();
  readonly failures: string[] = [];
  readonly successes: string[] = [];
  readonly undecidedTrials: string[] = [];
  /** With the next failure a rest begins, until then. */
  restsUntil: number | undefined;
  broken = false;

  mayTry(procedure: string): Promise<Leave> {
    if (this.broken) return Promise.reject(new Error('Redis is away'));
    return Promise.resolve(this.left.has(procedure) ? 'not_now' : this.onTrial.has(procedure) ? 'as_trial' : 'as_ever');
  }

  worked(procedure: string): Promise<boolean> {
    this.successes.push(procedure);
    return Promise.resolve(this.onTrial.delete(procedure));
  }

  failed(procedure: string): Promise<number | undefined> {
    this.failures.push(procedure);
    return Promise.resolve(this.restsUntil);
  }

  undecided(procedure: string): Promise<void> {
    this.undecidedTrials.push(procedure);
    return Promise.resolve();
  }

  resting(): Promise<Readonly<Record<string, number>>> {
    return Promise.resolve({});
  }
}
