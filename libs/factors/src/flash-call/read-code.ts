/** What people put between digits, or in front of a whole number, and mean nothing by. */
const separators = /[\s\p{Pd}\p{Cf}+().·]/gu;
/** Fewer digits than this are a slip of the finger, not a number that was pasted. */
const shortestNumber = 8;
/** A whole number that was pasted has at most this many digits (E.164), with room for an exit code. */
const longestNumber = 18;
const digit = /^\p{Nd}$/u;

/**
 * R6: reads a typed code. Spaces, dashes and `+` are stripped, digits of any script are read as digits, and a pasted whole
 * number counts as its last digits.
 *
 * @returns `length` ASCII digits, or undefined for what can't be a code.
 */
export function readCode(typed: unknown, length: number): string | undefined {
  if (typeof typed !== 'string' || typed.length > 64) return undefined;
  const digits: string[] = [];
  for (const character of typed.normalize('NFKC').replace(separators, '')) {
    const value = digitValue(character);
    if (value === undefined) return undefined;
    digits.push(value);
  }
  if (digits.length === length) return digits.join('');
  const wholeNumber = digits.length > length && digits.length >= shortestNumber && digits.length <= longestNumber;
  return wholeNumber ? digits.slice(-length).join('') : undefined;
}

/** The value of a decimal digit of any script. Unicode keeps digits in unbroken runs of ten in order, zero first. */
function digitValue(character: string): string | undefined {
  if (character >= '0' && character <= '9') return character;
  if (!digit.test(character)) return undefined;
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (digit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
