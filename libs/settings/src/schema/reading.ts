import type { Text } from './text.ts';

type Path = readonly (string | number)[];

/** Something below a setting's key that is not as expected. `path` counts from the setting. */
export interface Fault {
  readonly path: Path;
  readonly expected: Text;
  readonly found?: unknown;
}

/** Something unknown that is kept and does no harm. */
export interface Oddity {
  readonly path: Path;
  readonly why: 'unknown_key' | 'unknown_method';
}

/** Collects all that is wrong with a value instead of stopping at the first. */
export class Reading {
  readonly faults: Fault[] = [];
  readonly oddities: Oddity[] = [];

  /** @param lenient HOCON's automatic conversions: "4" is a number where a number is wanted, `on` is true. */
  constructor(readonly lenient: boolean) {}

  fault(path: Path, expected: Text, found?: unknown): void {
    this.faults.push({ path, expected, ...(found === undefined ? {} : { found }) });
  }

  /**
   * The keys of a block: the known ones are read by the caller, the others are noted, `_disabled` ones passed over.
   * What is no block has no keys.
   */
  fields(raw: unknown, known: readonly string[], path: Path): (key: string) => unknown {
    const block = isBlock(raw) ? raw : {};
    for (const key of Object.keys(block)) {
      if (!known.includes(key) && !key.startsWith('_')) this.oddities.push({ path: [...path, key], why: 'unknown_key' });
    }
    return (key) => (Object.hasOwn(block, key) ? (block[key] ?? undefined) : undefined);
  }

  integer(raw: unknown): number | undefined {
    if (this.lenient && typeof raw === 'string' && /^-?\d{1,15}$/.test(raw)) return Number(raw);
    return typeof raw === 'number' && Number.isSafeInteger(raw) ? raw : undefined;
  }

  boolean(raw: unknown): boolean | undefined {
    if (typeof raw === 'boolean') return raw;
    if (!this.lenient || typeof raw !== 'string') return undefined;
    return ['true', 'yes', 'on'].includes(raw) ? true : ['false', 'no', 'off'].includes(raw) ? false : undefined;
  }

  list(raw: unknown, most: number): readonly unknown[] | undefined {
    return Array.isArray(raw) && raw.length <= most ? (raw as readonly unknown[]) : undefined;
  }
}

export function isBlock(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
