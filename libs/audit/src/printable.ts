const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/**
 * A text from outside as it may be stored and shown: at most `longest` characters, without control characters, bidirectional
 * marks and halves of surrogate pairs. They forge lines in a journal, and the database refuses some of them.
 */
export function printable(text: string, longest: number): string {
  return Array.from(text.slice(0, longest * 2).replace(unprintable, '')).slice(0, longest).join('');
}
