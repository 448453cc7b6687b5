import { asciiDigits } from '@blitz/kernel';

/** What people put between digits, or in front of a whole number, and mean nothing by. To Unicode the minus sign is no dash. */
const separators = /[\s\p{Pd}\p{Cf}\u2212+().·]/gu;
/** Fewer digits than this are a slip of the finger, not a number that was pasted. */
const shortestNumber = 8;
/** A whole number that was pasted has at most this many digits (E.164), with room for an exit code. */
const longestNumber = 18;

/**
 * R6: reads a typed code. Spaces, dashes and `+` are stripped, digits of any script are read as digits, and a pasted whole
 * number counts as its last digits.
 *
 * @returns `length` ASCII digits, or undefined for what can't be a code.
 */
export function readCode(typed: unknown, length: number): string | undefined {
  if (typeof typed !== 'string' || typed.length > 64) return undefined;
  const code = asciiDigits(typed.normalize('NFKC')).replace(separators, '');
  if (!/^[0-9]+$/.test(code)) return undefined;
  if (code.length === length) return code;
  const wholeNumber = code.length > length && code.length >= shortestNumber && code.length <= longestNumber;
  return wholeNumber ? code.slice(-length) : undefined;
}
