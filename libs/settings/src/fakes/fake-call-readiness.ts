import { CallReadiness, type CallLack } from '../methods/call-readiness.ts';

/** Somebody could make the calls, until the test says why not. */
export class FakeCallReadiness extends CallReadiness {
  #lacks: readonly CallLack[] = [];

  needs(...lacks: readonly CallLack[]): void {
    this.#lacks = lacks;
  }

  async lacks(): Promise<readonly CallLack[]> {
    await Promise.resolve();
    return this.#lacks;
  }
}
