import { printable } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import {
  SettingsRefused,
  SettingsStore,
  type SavedSettings,
  type SavedVersion,
  type SaveStamp,
  type SettingsErrorCode,
  type StampedVersion,
} from '@blitz/settings';
import type { DataSource } from 'typeorm';
import { isAboutValues } from '../database/refusal.ts';
import { rows } from '../database/rows.ts';

interface VersionRow {
  readonly version: number;
  readonly values: SavedSettings;
  readonly author: string;
  readonly address: string;
  readonly browser: string;
  readonly at: Date;
}

const printableOnly = { en: 'texts without control characters', ru: 'тексты без управляющих символов' };
const columns = 'version, "values", author, address, browser, at';

export class PostgresSettingsStore extends SettingsStore {
  constructor(private readonly database: DataSource) {
    super();
  }

  async latest(): Promise<SavedVersion | undefined> {
    const [last] = await this.history(1);
    if (last === undefined) return undefined;
    const { version, values, author, at } = last;
    return { version, values, author, at };
  }

  async save(values: SavedSettings, stamp: SaveStamp & { readonly expectedVersion: number }): Promise<number> {
    const { expectedVersion, author, address, browser } = stamp;
    if (!isVersion(expectedVersion)) throw new DomainError<SettingsErrorCode>('settings_changed_meanwhile');
    // Of two at once both may see the same latest version; the primary key lets one of them in.
    const statement = `INSERT INTO settings_versions (version, "values", author, address, browser)
      SELECT $1::integer + 1, $2, $3, $4, $5
      WHERE $1::integer = (SELECT coalesce(max(version), 0) FROM settings_versions)
      ON CONFLICT (version) DO NOTHING RETURNING version`;
    const who = [printable(author, 256), printable(address, 64), printable(browser, 256)];
    try {
      const saved = await rows<{ version: number }>(this.database, statement, [expectedVersion, JSON.stringify(values), ...who]);
      const [won] = saved;
      if (won === undefined) throw new DomainError<SettingsErrorCode>('settings_changed_meanwhile');
      return won.version;
    } catch (cause) {
      // Texts with NUL or half a surrogate pair can't be kept.
      if (isAboutValues(cause)) throw new SettingsRefused([{ key: '', expected: printableOnly.en, text: printableOnly }]);
      throw cause;
    }
  }

  async history(limit: number, beforeVersion?: number): Promise<readonly StampedVersion[]> {
    const statement = `SELECT ${columns} FROM settings_versions
      WHERE $2::integer IS NULL OR version < $2 ORDER BY version DESC LIMIT $1`;
    const found = await rows<VersionRow>(this.database, statement, [limit, beforeVersion ?? null]);
    return found.map((row) => ({ ...row, at: row.at.getTime() }));
  }
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version >= 0 && version < 2 ** 31 - 1;
}
