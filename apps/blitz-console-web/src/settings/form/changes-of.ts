import { sameValue } from '../../ui/forms/same-value.ts';
import type { Settings } from '../settings-data.ts';

/** Values of a form over settings, by key. `null`: as blitz.conf says. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** What a form begins with. */
export function valuesOf(settings: Settings, keys: readonly string[]): SettingValues {
  return Object.fromEntries(keys.map((key) => [key, settings.values[key]]));
}

/**
 * What is sent to be saved: only what differs. @param confirming keys that are saved in any case, because somebody stands for them now
 */
export function changesOf(values: SettingValues, settings: Settings, confirming: readonly string[] = []): SettingValues {
  const changed = Object.entries(values).filter(([key, value]) => (value === null ? settings.sources[key] === 'saved' : !sameValue(value, settings.values[key])));
  const confirmed = confirming.filter((key) => settings.sources[key] !== 'saved').map((key) => [key, values[key] ?? settings.values[key]] as const);
  return Object.fromEntries([...confirmed, ...changed]);
}
