import type { FileSettings } from '../file/file-settings.ts';
import { contradictions } from '../schema/cross-checks.ts';
import { mergeFactorLists } from '../schema/factor-lists.ts';
import { isSettingKey, settingKeys } from '../schema/schema.ts';
import type { SettingKey, Values } from '../schema/schema.ts';
import type { Settings } from '../settings.ts';
import { settingsFrom } from '../settings.ts';
import { readSaved } from './read-saved.ts';
import type { SavedProblem, SavedSettings } from './saved-settings.ts';

export type Source = 'saved' | 'file' | 'default';

export interface EffectiveSettings {
  readonly settings: Settings;
  /** The same as a flat record, for the console's form. */
  readonly values: Values;
  readonly sources: Readonly<Record<SettingKey, Source>>;
  /** Saved keys that can't be used and so changed nothing. */
  readonly ignored: readonly SavedProblem[];
}

/** Saved settings win over the file, key by key; a method that is not in the file's lists is nowhere, whatever is saved. */
export function effectiveSettings(file: FileSettings, saved: SavedSettings): EffectiveSettings {
  const ignored: SavedProblem[] = [];
  const usable = new Map<SettingKey, unknown>();
  for (const key of Object.keys(saved)) {
    const { value, problems } = readSaved(key, saved[key]);
    ignored.push(...problems);
    if (problems.length === 0 && isSettingKey(key)) usable.set(key, value);
  }
  dropContradictions(file, usable, ignored);
  const values = overlay(file, usable);
  const source = (key: SettingKey): Source => (usable.has(key) ? 'saved' : file.written.has(key) ? 'file' : 'default');
  const sources = Object.fromEntries(settingKeys.map((key) => [key, source(key)])) as Record<SettingKey, Source>;
  return { settings: settingsFrom(values), values, sources, ignored };
}

function overlay(file: FileSettings, usable: ReadonlyMap<SettingKey, unknown>): Values {
  const values = { ...file.values, ...(Object.fromEntries(usable) as Partial<Values>) };
  return { ...values, 'login.factors': mergeFactorLists(file.values['login.factors'], values['login.factors']) };
}

/** The file contradicts itself nowhere, so taking back what was saved ends every contradiction. */
function dropContradictions(file: FileSettings, usable: Map<SettingKey, unknown>, ignored: SavedProblem[]): void {
  for (;;) {
    const found = contradictions(overlay(file, usable)).find(({ involved }) => involved.some((key) => usable.has(key)));
    if (found === undefined) return;
    for (const key of found.involved) if (usable.delete(key)) ignored.push({ key, expected: found.expected.en, text: found.expected });
  }
}
