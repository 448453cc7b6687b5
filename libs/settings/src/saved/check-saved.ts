import type { FileSettings } from '../file/file-settings.ts';
import { isBlock } from '../schema/reading.ts';
import { isSettingKey } from '../schema/schema.ts';
import { effectiveSettings } from './effective-settings.ts';
import { readSaved } from './read-saved.ts';
import type { SavedProblem, SavedSettings } from './saved-settings.ts';

const block = { en: 'an object of setting keys and values', ru: 'объект с ключами и значениями настроек' };

/**
 * Checks what somebody wants to save, whatever was sent. With `file` also whether it fits the file and itself.
 * @returns all problems; none if it may be saved.
 */
export function checkSaved(values: unknown, file?: FileSettings): readonly SavedProblem[] {
  if (!isBlock(values)) return [{ key: '', expected: block.en, text: block }];
  const problems = Object.keys(values).flatMap((key) => readSaved(key, values[key]).problems);
  return problems.length > 0 || file === undefined ? problems : effectiveSettings(file, values).ignored;
}

/**
 * The same of changes, where `null` takes a key back to the file: also a key that this version doesn't know, if it was saved.
 */
export function checkChanges(changes: SavedSettings, before: SavedSettings): readonly SavedProblem[] {
  const wanted = Object.entries(changes).filter(([key, value]) => value !== null || !(Object.hasOwn(before, key) || isSettingKey(key)));
  return checkSaved(Object.fromEntries(wanted));
}
