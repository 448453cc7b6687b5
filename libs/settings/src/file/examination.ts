import { writtenPath } from '../hocon/key-path.ts';
import type { Places } from '../hocon/locate.ts';
import { contradictions, doubts } from '../schema/cross-checks.ts';
import { readValue } from '../schema/read-value.ts';
import { isBlock, Reading } from '../schema/reading.ts';
import type { SettingKey, Values } from '../schema/schema.ts';
import { defaultValues, pathOf, settingKeys } from '../schema/schema.ts';
import type { BlitzConfProblem } from './blitz-conf-invalid.ts';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import type { FileSettings, SettingsWarning } from './file-settings.ts';
import { knownBlocks } from './known-blocks.ts';
import type { KnownBlocks } from './known-blocks.ts';
import { shown } from './shown.ts';

type Path = readonly (string | number)[];

/** Compares what the file says with the schema, and keeps for every finding where it stands. */
export class Examination {
  readonly #problems: BlitzConfProblem[] = [];
  readonly #warnings: SettingsWarning[] = [];
  readonly #written = new Set<SettingKey>();

  constructor(
    readonly file: string,
    readonly prefix: readonly string[],
    readonly tree: unknown,
    readonly places: Places,
    /** Of a text that need not be whole: what it leaves out is as it is in force. Whether all fits together is seen later. */
    readonly inForce?: Values,
  ) {}

  /** @throws BlitzConfInvalid with all problems. */
  conclude(): FileSettings {
    const root = this.#root();
    const values = this.#values(root);
    if (this.#problems.length === 0 && this.inForce === undefined) this.#together(values);
    if (this.#problems.length > 0) throw new BlitzConfInvalid(this.#problems.sort(byPlace));
    this.#unknown(this.tree, nest(this.prefix, knownBlocks), []);
    const { tree } = this;
    return {
      path: this.file,
      prefix: this.prefix.join('.'),
      values,
      written: this.#written,
      warnings: this.#warnings,
      tree: () => tree,
    };
  }

  #root(): unknown {
    const root = descend(this.tree, this.prefix);
    if (!isBlock(root)) this.#problem(this.prefix, writtenPath(this.prefix), 'a block with the settings', root);
    return root;
  }

  #values(root: unknown): Values {
    const read: Partial<Record<SettingKey, unknown>> = {};
    if (!isBlock(root)) return defaultValues;
    for (const key of settingKeys) {
      const raw = this.#raw(root, pathOf(key));
      if (raw === undefined && (key !== 'login.factors' || this.inForce !== undefined)) continue;
      this.#written.add(key);
      read[key] = this.#value(key, raw);
    }
    return { ...(this.inForce ?? defaultValues), ...(read as Partial<Values>) };
  }

  #value(key: SettingKey, raw: unknown): unknown {
    const reading = new Reading(true);
    const value = readValue(key, raw, reading);
    for (const { path, expected, found } of reading.faults) {
      const whole = [...this.prefix, ...pathOf(key), ...path];
      this.#problem(whole, key + suffix(path), expected.en, found);
    }
    for (const { path, why } of reading.oddities) {
      const message = why === 'unknown_method' ? 'no method of this version; it is not offered' : 'not known; it has no effect';
      this.#warn([...this.prefix, ...pathOf(key), ...path], key + suffix(path), why, message);
    }
    return value;
  }

  /** The value of a setting; a text where a block should be on the way to it is a problem of its own, told once. */
  #raw(root: unknown, path: readonly string[]): unknown {
    let value = root;
    for (const [depth, step] of path.entries()) {
      if (value === undefined || value === null) return undefined;
      if (!isBlock(value)) {
        const block = path.slice(0, depth);
        const key = writtenPath(block);
        if (!this.#problems.some((problem) => problem.key === key))
          this.#problem([...this.prefix, ...block], key, 'a block, { … }', value);
        return undefined;
      }
      value = value[step];
    }
    return value ?? undefined;
  }

  #together(values: Values): void {
    for (const { blamed, expected } of contradictions(values))
      this.#problem([...this.prefix, ...pathOf(blamed)], blamed, expected.en, values[blamed]);
    for (const { key, because } of doubts(values)) this.#warn([...this.prefix, ...pathOf(key)], key, 'doubtful', because.en);
  }

  #unknown(value: unknown, known: KnownBlocks, path: readonly string[]): void {
    if (!isBlock(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const here = [...path, key];
      const next = Object.hasOwn(known, key) ? known[key] : undefined;
      if (next === true || key.startsWith('_')) continue;
      if (next !== undefined) this.#unknown(inner, next, here);
      else this.#warn(here, writtenPath(this.#below(here)), 'unknown_key', 'not known; it has no effect');
    }
  }

  #below(path: readonly string[]): readonly string[] {
    return this.prefix.every((step, index) => path[index] === step) ? path.slice(this.prefix.length) : path;
  }

  #problem(path: Path, key: string, expected: string, raw: unknown): void {
    this.#problems.push({ ...this.places.of(path), key, expected, found: shown(raw) });
  }

  #warn(path: Path, key: string, why: SettingsWarning['why'], message: string): void {
    this.#warnings.push({ ...this.places.of(path), key, why, message });
  }
}

const byPlace = (one: BlitzConfProblem, other: BlitzConfProblem): number =>
  one.file.localeCompare(other.file) || one.line - other.line;

const suffix = (path: Path): string => {
  const written = writtenPath(path);
  return written === '' || written.startsWith('[') ? written : `.${written}`;
};

function nest(prefix: readonly string[], known: KnownBlocks): KnownBlocks {
  return prefix.reduceRight<KnownBlocks>((inner, step) => ({ [step]: inner }), known);
}

function descend(tree: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, step) => (isBlock(value) ? value[step] : undefined), tree);
}
