/**
 * Ten to fifteen digits, alone or parted by blanks, dashes or brackets, that are no date, no IPv4 address, no part of a
 * longer word and not a time in milliseconds (13 digits that begin with 1: no telephone number is written like that).
 */
const phoneLike =
  /(?:(?=\+)|(?<![0-9.]|(?<!\\)[A-Za-z]))(?!1\d{12}(?!\d))(?!\d{4}-\d\d-\d\d)(?!\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))\+?\d(?:(?:\\[tnr]|[\s().-]){0,3}\d){9,14}(?![0-9A-Za-z])/g;

/** The same, standing in JSON as a number: what replaces it needs quotes. */
const bareNumber = /(?<=[:,[])(?!1\d{12}[,}\]])\d{10,15}(?=[,}\]])/g;

/**
 * The last line of defence of the log: whoever writes a number masks it first (`+7 ··· ··· 12 34`), and should somebody
 * forget, nothing but the country's first digit gets through. Not even the last digits are kept here, because in a caller's
 * number they are the code.
 *
 * @param line text or one line of JSON; what is valid JSON stays valid.
 */
export function maskNumbers(line: string): string {
  return line.replace(bareNumber, '"··········"').replace(phoneLike, mask);
}

function mask(number: string): string {
  return number.startsWith('+') ? `+${number.charAt(1)} ··· ··· ·· ··` : '··········';
}
