const longest = 40;

/** A wrong value as a message may quote it: short, on one line, and no secret (`{$}…` is how the vendor's file stores them). */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a block';
  if (typeof value !== 'string') return typeof value;
  return value.length > longest || value.startsWith('{$}') ? 'another text' : JSON.stringify(value);
}
