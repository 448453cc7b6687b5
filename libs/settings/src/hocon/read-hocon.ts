import parser from '@pushcorn/hocon-parser';
import { Canonical } from './canonical.ts';
import { HoconInvalid } from './hocon-invalid.ts';
import { loadHocon } from './load.ts';
import { Places } from './locate.ts';
import type { ReadText } from './read-text.ts';

export interface Hocon {
  /** Merged and substituted. Objects have no prototype. */
  readonly tree: unknown;
  readonly places: Places;
}

/** @throws HoconInvalid with file and line, and nothing else, whatever the text is. */
export async function readHocon(path: string, readText: ReadText): Promise<Hocon> {
  const fields = loadHocon(path, readText);
  const places = new Places(fields, path);
  const canonical = new Canonical(fields, places);
  try {
    const tree = await new parser.Context({ text: canonical.text, strict: true }).resolve();
    return { tree: canonical.restore(tree), places };
  } catch (cause) {
    throw refused(cause, canonical, path);
  }
}

/** What is left to go wrong after parsing is what parsing can't see: substitutions, and joining what doesn't join. */
function refused(cause: unknown, canonical: Canonical, path: string): HoconInvalid {
  const message = cause instanceof Error ? cause.message : '';
  const line = Number(/line: (\d+)/.exec(message)?.[1] ?? Number.NaN);
  const at = canonical.origin(line) ?? { file: path, line: 1 };
  const unresolved = /^Unable to resolve '([^']*)'/.exec(message)?.[1];
  if (unresolved !== undefined) {
    const named = String(canonical.restore(unresolved));
    return new HoconInvalid(at, 'a substitution of a key that exists and does not need itself', `\${${named}}`);
  }
  if (/concatenate|merge the following|start an? (?:object|array)/i.test(message)) {
    return new HoconInvalid(at, 'text, a list or a block, not several of them joined');
  }
  return new HoconInvalid(at, 'fewer settings, or less entangled ones');
}
