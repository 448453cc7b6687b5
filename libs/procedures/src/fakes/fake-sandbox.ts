import { Sandbox, type Ran, type Run } from '../sandbox.ts';

/** Runs nothing: answers as a test says, and remembers what it was asked. */
export class FakeSandbox extends Sandbox {
  readonly runs: Run[] = [];
  answer: (run: Run) => Ran = () => ({ kind: 'error', code: 'nothing_prepared', details: {}, refused: false, logs: [] });

  run(run: Run): Promise<Ran> {
    this.runs.push(run);
    return Promise.resolve(this.answer(run));
  }
}
