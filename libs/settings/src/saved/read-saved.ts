import { writtenPath } from '../hocon/key-path.ts';
import { shown } from '../file/shown.ts';
import { readValue } from '../schema/read-value.ts';
import { Reading } from '../schema/reading.ts';
import { isSettingKey, schema } from '../schema/schema.ts';
import type { SavedProblem } from './saved-settings.ts';

const longestKey = 100;

interface ReadSaved {
  readonly value?: unknown;
  readonly problems: readonly SavedProblem[];
}

/** Reads one saved key with the schema that also reads the file, but without HOCON's conversions. */
export function readSaved(key: string, raw: unknown): ReadSaved {
  if (!isSettingKey(key)) return { problems: [{ key: key.slice(0, longestKey), expected: 'the key of a setting' }] };
  if (!schema[key].inConsole) return { problems: [{ key, expected: 'nothing saved: this setting is only in blitz.conf' }] };
  const reading = new Reading(false);
  const value = readValue(key, raw, reading);
  const named = (path: readonly (string | number)[]): string => {
    const below = writtenPath(path).slice(0, longestKey);
    return key + (below === '' || below.startsWith('[') ? below : `.${below}`);
  };
  const faults = reading.faults.map(({ path, expected, found }): SavedProblem => ({
    key: named(path),
    expected: expected.en,
    found: shown(found),
  }));
  const extra = reading.oddities
    .filter(({ why }) => why === 'unknown_key')
    .map(({ path }): SavedProblem => ({ key: named(path), expected: 'no such key' }));
  const problems = [...faults, ...extra];
  return problems.length > 0 ? { problems } : { value, problems };
}
