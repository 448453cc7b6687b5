const longest = 254;
/** Controls, invisible and bidirectional marks, halves of surrogate pairs: two logins must not look the same to a person. */
const refused = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/**
 * The form in which logins are kept and compared: trimmed, NFKC, lower case.
 *
 * @returns undefined for what can't be a login
 */
export function normaliseLogin(text: string): string | undefined {
  if (text.length > longest * 4) return undefined;
  const login = fold(fold(text));
  if (login === '' || login.length > longest || refused.test(login)) return undefined;
  return login;
}

/** Lowering can undo the normal form and the other way round, so a login is folded twice: a third time changes nothing. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
}
