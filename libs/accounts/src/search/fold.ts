const marks = /[\p{M}\p{Cc}\p{Cf}\p{Cs}]/gu;

/** The form in which searches compare: lower case, without accents, so that `Léa` is found by `lea` and `Пётр` by `петр`. */
export function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').normalize('NFKD').toLowerCase().replace(marks, '').normalize('NFC').trim();
}
