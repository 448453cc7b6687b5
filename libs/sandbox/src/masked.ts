const HIDDEN = '•••';

/**
 * Takes what must not be seen out of a text: values of secrets (as they are, in JSON and in an address), the values in `also`,
 * and digits that may be a code or a telephone number, with the separators that people write between them.
 */
export class Masked {
  readonly #values: readonly string[];
  readonly #longest: number;

  constructor(secrets: Readonly<Record<string, string>>, also: readonly string[] = []) {
    const values = [...Object.values(secrets), ...also].filter((value) => value !== '');
    const written = [...new Set(values.flatMap(waysToWrite))];
    // The longest first: a secret may hold another.
    this.#values = written.sort((one, other) => other.length - one.length);
    this.#longest = this.#values[0]?.length ?? 0;
  }

  /** @param digits how many digits in a row are too many to be shown */
  text(text: string, most: number, digits: 4 | 7 = 4): string {
    let shown = whole(text, this.#longest);
    for (const value of this.#values) shown = shown.replaceAll(value, HIDDEN);
    shown = shown.replaceAll(digits === 4 ? /\p{Nd}(?:[ \-().]{0,2}\p{Nd}){3,}/gu : /\p{Nd}(?:[ \-().]{0,2}\p{Nd}){6,}/gu, HIDDEN);
    return shown.length > most ? `${shown.slice(0, most - 1)}…` : shown;
  }
}

/** As it is, in JSON, in an address and in a form. */
function waysToWrite(value: string): readonly string[] {
  const inAddress = encodeURIComponent(Buffer.from(value).toString());
  const strictly = inAddress.replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return [value, JSON.stringify(value).slice(1, -1), inAddress, strictly, strictly.replaceAll('%20', '+')];
}

/** What the thread cut at 4,096 characters may end within a secret, which would no longer be recognised. */
function whole(text: string, longest: number): string {
  return text.length < 4_096 ? text : text.slice(0, Math.max(0, 4_096 - longest));
}
