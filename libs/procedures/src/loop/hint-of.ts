import type { Finished } from './finished.ts';
import { Masking } from './masking.ts';

/** Whose failure it is, and what must not be said of it. */
interface Failing {
  readonly procedure: { readonly key: string };
  readonly secrets: Readonly<Record<string, string>>;
}

type Told = Partial<Extract<Finished, { kind: 'failed' }>>;

const longest = 120;

/** Limits, without the numbers that would not get through. */
const inWords: ReadonlyMap<string | undefined, string> = new Map([
  ['too_long', 'it did not end in time'],
  ['too_much_memory', 'it wanted too much memory'],
]);

/**
 * Why a call failed, for the journal: which procedure, where, what. Digits of texts are left out, since a code or a number may
 * stand in them (R14), and so are secrets; place and status are ours and stay.
 */
export function hintOf({ procedure: { key }, secrets }: Failing, { code = '', message = '', fault, status, line }: Told): string {
  const place = line === undefined || line > 99 ? '' : `, line ${line}`;
  const answered = status === undefined || place !== '' ? '' : `, status ${status}`;
  const said = fault === 'said_so' || message === '' ? code : (inWords.get(fault) ?? message);
  const masked = new Masking(Object.values(secrets)).secrets(said);
  // The journal takes letters, some marks, and three digits in all.
  const text = `${withoutDigits(key)}${place}${answered}: ${withoutDigits(masked)}`;
  return text.replace(/[^\w ,.:;'()/-]/g, ' ').replace(/ {2,}/g, ' ').slice(0, longest).trimEnd();
}

/** With the marks between them: what is left of an address would only puzzle. */
function withoutDigits(text: string): string {
  return text.replace(/\p{Nd}(?:[\p{Nd}.:]*\p{Nd})?/gu, '');
}
