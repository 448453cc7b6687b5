/** The four digits that a client asks for; undefined for anything else. Text, or a number as JSON has it. */
export function codeOfFour(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value).padStart(4, '0') : value;
  return typeof text === 'string' && /^[0-9]{4}$/.test(text) ? text : undefined;
}

/** As a part of what is wanted: nothing if no code is asked for, undefined if it is none. */
export function endingOf(value: unknown): { readonly ending?: string } | undefined {
  if (value === undefined || value === null) return {};
  const ending = codeOfFour(value);
  return ending === undefined ? undefined : { ending };
}
