import type { Values } from '../schema/schema.ts';
import type { Settings } from '../settings.ts';
import { settingsFrom } from '../settings.ts';
import { fakeFileSettings } from './fake-file-settings.ts';

/** Settings for tests: password and incoming call, two factors required, otherwise the defaults. */
export function fakeSettings(values: Partial<Values> = {}): Settings {
  return settingsFrom(fakeFileSettings(values).values);
}
