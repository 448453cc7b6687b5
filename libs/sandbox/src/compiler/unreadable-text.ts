import { Buffer } from 'node:buffer';
import type { SourceProblem } from '@blitz/procedures';

const mostBytes = 64 * 1024;

/** Each with the reason why it can't be part of a source; the first that is found is told. */
const unreadable: readonly (readonly [RegExp, string])[] = [
  [/\p{Cs}/u, 'Half of a character (a lone surrogate): the text was damaged on its way.'],
  [/\0/u, 'A null character: the text was damaged on its way, or is none.'],
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  [/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u, 'A control character. Write it as an escape, \\u….'],
  // Editors and engines disagree whether these end a line, and so would every line number after them.
  [/[\u2028\u2029]/u, 'An invisible line separator. Write it as an escape, \\u2028.'],
  // CVE-2021-42574: what is read is not what is run.
  [/[\u202a-\u202e\u2066-\u2069]/u, 'An invisible character that changes the order in which text is shown. Write it as an escape, \\u….'],
];

/** What is wrong with a source before anybody reads it as a program. */
export function unreadableText(source: unknown): SourceProblem | undefined {
  if (typeof source !== 'string') return { line: 1, column: 1, message: 'The source is no text.' };
  if (Buffer.byteLength(source) > mostBytes) {
    return { line: 1, column: 1, message: `The source is longer than ${mostBytes / 1024} KiB.` };
  }
  for (const [pattern, message] of unreadable) {
    const at = source.search(pattern);
    if (at >= 0) return { ...placeOf(source, at), message };
  }
  return undefined;
}

function placeOf(source: string, at: number): { readonly line: number; readonly column: number } {
  const lines = source.slice(0, at).split(/\r\n|[\r\n\u2028\u2029]/u);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
