import { describe, expect, it } from '@jest/globals';
import { Lanes } from './lanes.ts';
import type { ThreadAnswer, ThreadRun } from './sandbox-thread.ts';

/** Programs are named by their standing: `new 1`, `proven 2`, `harmful 3`. */
const standing = (id: string) => (id.startsWith('new') ? 'new' : id.startsWith('proven') ? 'proven' : 'harmful');

class FakeLane {
  readonly begun: string[] = [];
  #end: (() => void) | undefined;
  run({ id }: ThreadRun): Promise<ThreadAnswer> {
    this.begun.push(id);
    return new Promise((resolve) => {
      this.#end = () => resolve({ said: id });
    });
  }
  async finish(): Promise<void> {
    this.#end?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
  close(): void {
    this.#end?.();
  }
}

function given(count: number, ...ids: readonly string[]) {
  const places = Array.from({ length: count }, () => new FakeLane());
  const lanes = new Lanes(places, standing);
  const failures: string[] = [];
  for (const id of ids) {
    lanes.add({ run: { id, javascript: '', entryPoint: 'run', input: '', secrets: {} }, done: () => undefined, failed: () => failures.push(id) });
  }
  return { places, lanes, failures, begun: () => places.map((lane) => lane.begun) };
}

describe('who runs where', () => {
  it('proven programs run on all lanes', () => {
    expect(given(3, 'proven 1', 'proven 2', 'proven 3').begun()).toEqual([['proven 1'], ['proven 2'], ['proven 3']]);
  });

  it.each(['new', 'harmful'])('%s programs run on the last lane only', (kind) => {
    expect(given(3, `${kind} 1`, `${kind} 2`, `${kind} 3`).begun()).toEqual([[], [], [`${kind} 1`]]);
  });

  it('a proven program does not wait behind others that may not run where it may', () => {
    expect(given(2, 'harmful 1', 'harmful 2', 'new 3', 'proven 4').begun()).toEqual([['proven 4'], ['harmful 1']]);
  });

  it('on the last lane harmful programs and the others take turns', async () => {
    const { places, begun } = given(1, 'harmful 1', 'harmful 2', 'harmful 3', 'new 4', 'proven 5', 'new 6');

    for (let turn = 0; turn < 6; turn += 1) await places[0]?.finish();

    expect(begun()).toEqual([['harmful 1', 'new 4', 'harmful 2', 'proven 5', 'harmful 3', 'new 6']]);
  });

  it('runs of one standing keep their order', async () => {
    const { places, begun } = given(1, 'proven 1', 'proven 2', 'proven 3');

    for (let turn = 0; turn < 3; turn += 1) await places[0]?.finish();

    expect(begun()).toEqual([['proven 1', 'proven 2', 'proven 3']]);
  });

  it('what waits is refused when it is closed', () => {
    const { lanes, failures } = given(1, 'proven 1', 'proven 2', 'new 3');

    lanes.close();

    expect(failures).toEqual(['proven 2', 'new 3']);
    expect(lanes.waiting).toBe(0);
  });
});
