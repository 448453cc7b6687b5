import { HoconInvalid } from '../hocon/hocon-invalid.ts';
import type { Places } from '../hocon/locate.ts';
import { readHocon } from '../hocon/read-hocon.ts';
import type { ReadText } from '../hocon/read-text.ts';
import { tokensOf } from '../hocon/tokens.ts';
import { pathOf } from '../schema/schema.ts';
import type { SettingKey, Values } from '../schema/schema.ts';
import type { BlitzConfProblem } from './blitz-conf-invalid.ts';
import { BlitzConfInvalid } from './blitz-conf-invalid.ts';
import { Examination } from './examination.ts';
import type { SettingsWarning } from './file-settings.ts';

const name = '/blitz.conf';
/** A dozen that double each other make a text some eighty times as long; more could fill the memory. */
const mostSubstitutions = 12;

export interface ConfText {
  /** What stands in the text; other keys are as they were given. */
  readonly values: Values;
  readonly written: ReadonlySet<SettingKey>;
  readonly problems: readonly Omit<BlitzConfProblem, 'file'>[];
  readonly warnings: readonly Omit<SettingsWarning, 'file'>[];
  lineOf(key: SettingKey): number;
}

interface Known {
  readonly prefix: string;
  readonly inForce: Values;
}

/** Reads a blitz.conf, or a part of one, that somebody sent: it reaches no file beside it, and may leave settings out. */
export async function readConfText(text: string, { prefix, inForce }: Known): Promise<ConfText> {
  const steps = prefix.split('.');
  try {
    assertModest(text);
    const { tree, places } = await readHocon(name, only(text));
    const { values, written, warnings } = new Examination(name, steps, tree, places, inForce).conclude();
    return { values, written, problems: [], warnings: warnings.map(({ file: _, ...warning }) => warning), lineOf: lineIn(places, steps) };
  } catch (cause) {
    const nothing = { values: inForce, written: new Set<SettingKey>(), warnings: [], lineOf: () => 1 };
    if (cause instanceof BlitzConfInvalid) return { ...nothing, problems: cause.problems.map(({ file: _, ...problem }) => problem) };
    if (!(cause instanceof HoconInvalid)) throw cause;
    return { ...nothing, problems: [{ line: cause.at.line, key: cause.about, expected: cause.expected }] };
  }
}

/** @throws HoconInvalid */
function assertModest(text: string): void {
  const found = tokensOf(text, name).filter(({ kind }) => kind === 'substitution');
  const next = found[mostSubstitutions];
  if (next !== undefined) throw new HoconInvalid({ file: name, line: next.line }, `at most ${mostSubstitutions} substitutions`);
}

function only(text: string): ReadText {
  return (path, mostBytes) => {
    if (path !== name) return { problem: 'is not included: only what was sent is read' };
    return Buffer.byteLength(text) > mostBytes ? { problem: `is larger than ${mostBytes} bytes` } : { text };
  };
}

function lineIn(places: Places, prefix: readonly string[]): ConfText['lineOf'] {
  return (key) => places.of([...prefix, ...pathOf(key)]).line;
}
