type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Field by field: what stood there before, and what stands there after a change. A side is missing where nothing stood. */
export type Difference = Readonly<Record<string, { readonly before?: Json; readonly after?: Json }>>;

type Fields = Readonly<Record<string, unknown>>;

const mostFields = 50;
const longestText = 300;
const mostItems = 20;
const deepest = 4;
const covered = '•••';
const secretive = /(^|_)(password|secret|code|token|hash|key)$|(Secret|Password|Token|Hash|Key)$/;
/** Seven digits or more, with the signs that people write between them; days are no telephone numbers. */
const longNumber = /\+?(?<!\d)(?!(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d))\d(?:[\s()-]*\d){6,}/g;
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * What an administrator changed, as the journal may tell it: only fields that differ, secrets covered, telephone numbers down to
 * their last four digits (R14), texts and lists cut to a bearable size.
 */
export function differenceOf(before: Fields | undefined, after: Fields | undefined): Difference {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changed = names.filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])).slice(0, mostFields);
  return Object.fromEntries(changed.map((name) => [name, { ...side('before', name, before), ...side('after', name, after) }]));
}

function side(which: 'before' | 'after', name: string, fields: Fields | undefined): { readonly [side in typeof which]?: Json } {
  const value = fields?.[name];
  return value === undefined ? {} : { [which]: shown(name, value, 0) };
}

function shown(name: string, value: unknown, depth: number): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (secretive.test(name)) return covered;
  if (typeof value === 'number') return Math.abs(value) < 1e6 || !Number.isInteger(value) ? value : text(String(value));
  if (typeof value === 'string') return text(value);
  if (depth >= deepest) return '…';
  if (Array.isArray(value)) return value.slice(0, mostItems).map((each: unknown) => shown(name, each, depth + 1));
  if (typeof value !== 'object') return covered;
  return Object.fromEntries(Object.entries(value).slice(0, mostFields).map(([inner, each]) => [inner, shown(inner, each, depth + 1)]));
}

function text(value: string): string {
  if (uuid.test(value)) return value;
  const short = value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  return short.replace(longNumber, (digits) => {
    const last = digits.replace(/\D/g, '').slice(-4);
    return `··· ${last.slice(0, 2)} ${last.slice(2)}`;
  });
}
