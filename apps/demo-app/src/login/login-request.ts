import { trouble } from './trouble.ts';

/** The levels that the provider knows, by the names that our own addresses use. */
export const levels = {
  'one-factor': 'urn:blitz:acr:one-factor',
  'two-factors': 'urn:blitz:acr:two-factors',
} as const;

const patterns = {
  acr: /^[\w:./-]{1,100}$/,
  prompt: /^(none|(login|consent|select_account)( (login|consent|select_account))*)$/,
  max_age: /^[0-9]{1,9}$/,
  login_hint: /^[^\p{Cc}]{1,256}$/u,
  ui_locales: /^[A-Za-z0-9-]{1,20}( [A-Za-z0-9-]{1,20}){0,9}$/,
};

type Field = keyof typeof patterns;

/** What somebody wishes for this login, as parameters of the authorisation request. @throws Trouble that names the field. */
export function readLoginRequest(query: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const read = (field: Field): string | undefined => {
    const value = query[field];
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !patterns[field].test(value)) throw trouble('input_invalid', { field });
    return value;
  };
  const acr = read('acr');
  const wishes = {
    acr_values: acr && (acr in levels ? levels[acr as keyof typeof levels] : acr),
    prompt: read('prompt'),
    max_age: read('max_age'),
    login_hint: read('login_hint'),
    ui_locales: read('ui_locales'),
  };
  return Object.fromEntries(Object.entries(wishes).filter((wish): wish is [string, string] => wish[1] !== undefined));
}
