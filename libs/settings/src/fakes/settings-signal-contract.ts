import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsSignal } from '../saved/settings-signal.ts';

const patienceMs = 2000;

/** What every SettingsSignal must do: two ends of it hear each other. `make` answers two ends, as two services have them. */
export function settingsSignalContract(name: string, make: () => Promise<readonly [SettingsSignal, SettingsSignal]>): void {
  describe(`${name} announces saved settings`, () => {
    let ends: readonly [SettingsSignal, SettingsSignal];
    const stops: (() => Promise<void>)[] = [];
    beforeEach(async () => {
      ends = await make();
    });
    afterEach(async () => {
      await Promise.all(stops.splice(0).map((stop) => stop()));
    });

    const hears = async (end: SettingsSignal): Promise<{ readonly heard: number[]; readonly stop: () => Promise<void> }> => {
      const heard: number[] = [];
      const stop = await end.subscribe((version) => heard.push(version));
      stops.push(stop);
      return { heard, stop };
    };

    it('reaches everyone who listens, within a second', async () => {
      const [here, there] = [await hears(ends[0]), await hears(ends[1])];
      await ends[0].announce(7);
      await until(() => here.heard.length > 0 && there.heard.length > 0);
      expect([here.heard, there.heard]).toEqual([[7], [7]]);
    });

    it('no longer reaches who has stopped listening', async () => {
      const [gone, there] = [await hears(ends[1]), await hears(ends[0])];
      await gone.stop();
      await ends[0].announce(8);
      await until(() => there.heard.length > 0);
      expect([gone.heard, there.heard]).toEqual([[], [8]]);
    });
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition() && waited < patienceMs; waited += 5) await new Promise((resolve) => setTimeout(resolve, 5));
}
