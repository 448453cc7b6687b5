import type { FileSettings } from '../file/file-settings.ts';
import { isBlock } from '../schema/reading.ts';
import { effectiveSettings } from './effective-settings.ts';
import { readSaved } from './read-saved.ts';
import type { SavedProblem } from './saved-settings.ts';

/**
 * Checks what somebody wants to save, whatever was sent. With `file` also whether it fits the file and itself.
 * @returns all problems; none if it may be saved.
 */
export function checkSaved(values: unknown, file?: FileSettings): readonly SavedProblem[] {
  if (!isBlock(values)) return [{ key: '', expected: 'an object of setting keys and values' }];
  const problems = Object.keys(values).flatMap((key) => readSaved(key, values[key]).problems);
  return problems.length > 0 || file === undefined ? problems : effectiveSettings(file, values).ignored;
}
