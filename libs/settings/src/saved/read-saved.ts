import { writtenPath } from '../hocon/key-path.ts';
import { shown } from '../file/shown.ts';
import { readValue } from '../schema/read-value.ts';
import { Reading } from '../schema/reading.ts';
import { isSettingKey, schema } from '../schema/schema.ts';
import type { Text } from '../schema/text.ts';
import type { SavedProblem } from './saved-settings.ts';

const longestKey = 100;

const expected = {
  key: { en: 'the key of a setting', ru: 'ключ настройки' },
  nothing: { en: 'nothing saved: this setting is only in blitz.conf', ru: 'ничего: эта настройка задаётся только в blitz.conf' },
  noSuchKey: { en: 'no such key', ru: 'такого ключа нет' },
} as const;

interface ReadSaved {
  readonly value?: unknown;
  readonly problems: readonly SavedProblem[];
}

/** Reads one saved key with the schema that also reads the file, but without HOCON's conversions. */
export function readSaved(key: string, raw: unknown): ReadSaved {
  if (!isSettingKey(key)) return { problems: [problem(key.slice(0, longestKey), expected.key)] };
  if (!schema[key].inConsole) return { problems: [problem(key, expected.nothing)] };
  const reading = new Reading(false);
  const value = readValue(key, raw, reading);
  const named = (path: readonly (string | number)[]): string => {
    const below = writtenPath(path).slice(0, longestKey);
    return key + (below === '' || below.startsWith('[') ? below : `.${below}`);
  };
  const faults = reading.faults.map((fault) => problem(named(fault.path), fault.expected, shown(fault.found)));
  const extra = reading.oddities
    .filter(({ why }) => why === 'unknown_key')
    .map(({ path }) => problem(named(path), expected.noSuchKey));
  const problems = [...faults, ...extra];
  return problems.length > 0 ? { problems } : { value, problems };
}

function problem(key: string, text: Text, found?: string): SavedProblem {
  return { key, expected: text.en, text, ...(found !== undefined && { found }) };
}
