import type { SettingKey, Values } from '../schema/schema.ts';

export interface SettingsWarning {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  readonly why: 'unknown_key' | 'unknown_method' | 'doubtful';
  readonly message: string;
}

/** What blitz.conf says. Made only by `readBlitzConf`, so it is valid. */
export interface FileSettings {
  readonly path: string;
  /** As `blitz.prod.local.idp`. */
  readonly prefix: string;
  readonly values: Values;
  /** Keys that stand in the file; the others have their defaults. */
  readonly written: ReadonlySet<SettingKey>;
  readonly warnings: readonly SettingsWarning[];
  /** The whole file, with all that we don't know. A function, so that no log prints its secrets by accident. */
  tree(): unknown;
}
