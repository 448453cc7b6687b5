const decimal = /[0-9]/g;

/**
 * R4: the code that a caller number carries: its last `length` digits, other characters stripped.
 *
 * @returns undefined when the number has fewer digits: then there is no code, and the call failed.
 */
export function callerCode(callerNumber: string, length: number): string | undefined {
  const digits = callerNumber.match(decimal) ?? [];
  return digits.length < length ? undefined : digits.slice(-length).join('');
}
