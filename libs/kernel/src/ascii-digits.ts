const digits = /\p{Nd}/gu;
const oneDigit = /^\p{Nd}$/u;

/** The same text with the decimal digits of every script written as 0–9. */
export function asciiDigits(text: string): string {
  return text.replace(digits, asciiDigit);
}

/** Unicode keeps the digits of a script in unbroken runs of ten in order, zero first. */
function asciiDigit(character: string): string {
  if (character >= '0' && character <= '9') return character;
  const point = character.codePointAt(0) ?? 0;
  let zero = point;
  while (oneDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
