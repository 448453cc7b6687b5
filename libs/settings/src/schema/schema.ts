import type { Definition } from './definition.ts';
import { directorySchema } from './directory.ts';
import { flashCallSchema } from './flash-call.ts';
import { guardsSchema } from './guards.ts';
import { loginSchema } from './login.ts';
import { passwordSchema } from './password.ts';

/** Every setting by its key in blitz.conf, below the prefix. */
export const schema = {
  ...loginSchema,
  ...flashCallSchema,
  ...guardsSchema,
  ...passwordSchema,
  ...directorySchema,
} satisfies Record<string, Definition>;

export type SettingKey = keyof typeof schema;

/** The settings as a flat record: how they are saved and compared. */
export type Values = { readonly [Key in SettingKey]: (typeof schema)[Key]['default'] };

export const settingKeys = Object.keys(schema) as readonly SettingKey[];

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(schema, key);
}

export const defaultValues: Values = Object.fromEntries(
  settingKeys.map((key) => [key, schema[key].default]),
) as unknown as Values;

/** `login.profiles."2".x` → `['login', 'profiles', '2', 'x']` */
export function pathOf(key: SettingKey): readonly string[] {
  return (key.match(/"[^"]*"|[^."]+/g) ?? []).map((step) => step.replaceAll('"', ''));
}
