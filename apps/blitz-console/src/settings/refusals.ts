import { DomainError } from '@blitz/kernel';
import { isSettingKey, settingKeys, SettingsRefused } from '@blitz/settings';
import { ChangedMeanwhile } from '../api/changed-meanwhile.ts';
import type { FieldError } from '../api/field-errors.ts';
import { FieldsInvalid } from '../api/fields-invalid.ts';
import type { Tagged } from '../api/tagged.ts';

/** Saves, and tells refusals as this API tells them: each field with its place, or what somebody else saved meanwhile. */
export async function saved(work: Promise<unknown>, pointer: (key: string) => string, current: () => Promise<Tagged<object>>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SettingsRefused) {
      throw new FieldsInvalid(error.problems.map(({ key, expected }): FieldError => ({ pointer: pointer(key), rule: 'setting', expected: `must be ${expected}` })));
    }
    if (error instanceof DomainError && error.code === 'settings_changed_meanwhile') {
      const { version, body } = await current();
      throw new ChangedMeanwhile(version, body);
    }
    throw error;
  }
}

/** `login.factors[0][1].method` → `/body/login.factors/0/1/method`: keys of settings have dots of their own. */
export function inBody(key: string): string {
  const setting = isSettingKey(key) ? key : settingKeys.find((each) => key.startsWith(`${each}[`) || key.startsWith(`${each}.`));
  if (setting === undefined) return key === '' ? '/body' : `/body/${pointerPart(key)}`;
  const below = key.slice(setting.length).match(/[^[\].]+/g) ?? [];
  return ['/body', setting, ...below].map((step, at) => (at === 0 ? step : pointerPart(step))).join('/');
}

/** RFC 6901, 3 */
function pointerPart(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
