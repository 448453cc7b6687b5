import type { Actor } from '@blitz/audit';
import type { BlitzConfProblem } from '../file/blitz-conf-invalid.ts';
import type { FileSettings, SettingsWarning } from '../file/file-settings.ts';
import { readConfText, type ConfText } from '../file/read-conf-text.ts';
import { effectiveSettings } from '../saved/effective-settings.ts';
import type { SettingsStore } from '../saved/settings-store.ts';
import { mergeFactorLists } from '../schema/factor-lists.ts';
import type { SettingKey, Values } from '../schema/schema.ts';
import { schema } from '../schema/schema.ts';
import type { ChangeSettings } from './change-settings.ts';
import { ConfRefused } from './conf-refused.ts';
import { same } from './difference.ts';
import type { Preview, PreviewChange } from './preview-change.ts';

type Unplaced<Found> = Omit<Found, 'file'>;

/** What an import would do. */
export interface ImportPreview extends Preview {
  /** Why it can't be read at all. */
  readonly wrong: readonly Unplaced<BlitzConfProblem>[];
  /** What it holds without effect: unknown keys and methods, and what only the file of the installation can say. */
  readonly unknown: readonly Unplaced<SettingsWarning>[];
  /** Where each key that would change stands. */
  readonly lines: Readonly<Record<string, number>>;
}

export interface ImportCommand {
  readonly text: string;
  readonly expectedVersion: number;
  readonly actor: Actor;
}

/** Takes over what a blitz.conf says, as if it were saved in the console. The installation's own file stays as it is. */
export class ImportConf {
  constructor(
    private readonly file: FileSettings,
    private readonly store: SettingsStore,
    private readonly previews: PreviewChange,
    private readonly change: ChangeSettings,
  ) {}

  async preview(text: string): Promise<ImportPreview> {
    const { read, changes, unknown } = await this.#read(text);
    const preview = await this.previews.execute(changes);
    const lines = Object.keys(changes).map((key) => [key, read.lineOf(key as SettingKey)] as const);
    return { ...preview, wrong: read.problems, unknown, lines: Object.fromEntries(lines) };
  }

  /** @throws ConfRefused; and as ChangeSettings does */
  async execute({ text, expectedVersion, actor }: ImportCommand): Promise<number> {
    const { read, changes } = await this.#read(text);
    if (read.problems.length > 0) throw new ConfRefused(read.problems);
    return this.change.execute({ changes, expectedVersion, actor });
  }

  async #read(text: string): Promise<{ readonly read: ConfText; readonly changes: Readonly<Record<string, unknown>>; readonly unknown: ImportPreview['unknown'] }> {
    const saved = (await this.store.latest())?.values ?? {};
    const { values: inForce } = effectiveSettings(this.file, saved);
    const read = await readConfText(text, { prefix: this.file.prefix, inForce });
    const wanted: Values = { ...read.values, 'login.factors': mergeFactorLists(this.file.values['login.factors'], read.values['login.factors']) };
    const other = [...read.written].filter((key) => !same(wanted[key], inForce[key]));
    const changes = other.filter((key) => schema[key].inConsole).map((key) => [key, same(wanted[key], this.file.values[key]) ? null : wanted[key]] as const);
    const fileOnly = other.filter((key) => !schema[key].inConsole).map((key) => unplaced(read, key, 'only blitz.conf of the installation says this; it is not imported'));
    return { read, changes: Object.fromEntries(changes), unknown: [...read.warnings, ...fileOnly, ...unlisted(read, this.file)] };
  }
}

function unplaced(read: ConfText, key: SettingKey, message: string): Unplaced<SettingsWarning> {
  return { line: read.lineOf(key), key, why: 'unknown_key', message };
}

/** A method that is not in the lists of the installation's file is nowhere, whatever is imported. */
function unlisted(read: ConfText, file: FileSettings): readonly Unplaced<SettingsWarning>[] {
  const listed = file.values['login.factors'];
  return ([0, 1] as const).flatMap((at) =>
    read.values['login.factors'][at]
      .filter(({ method }) => !listed[at].some((each) => each.method === method))
      .map(({ method }) => ({ ...unplaced(read, 'login.factors', `"${method}" is not in the lists of blitz.conf here; it is not imported`), why: 'unknown_method' as const })),
  );
}
