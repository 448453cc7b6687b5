import { domainToASCII } from 'node:url';

const hidden = '•••';
/** What a person can't be asked to give away by two characters. */
const shortestSecret = 3;

/** Takes secrets and digits out of whatever a person or a journal is to see (R14). */
export class Masking {
  readonly #secrets: readonly RegExp[];

  /** @param secrets their values; each is looked for as it is and in the forms in which requests carry it */
  constructor(secrets: readonly string[]) {
    const forms = secrets.filter(isLong).flatMap(formsOf).filter(isLong);
    const longestFirst = [...new Set(forms)].sort((one, other) => other.length - one.length);
    this.#secrets = longestFirst.map((form) => new RegExp(form.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'));
  }

  /** In capitals or not: a host's name has lost them on its way. */
  secrets(text: string): string {
    return this.#secrets.reduce((masked, secret) => masked.replace(secret, hidden), text);
  }

  /** Bodies: every digit may belong to a code. */
  all(text: string): string {
    return this.secrets(text).replace(/\p{Nd}/gu, '•');
  }

  /** What a procedure says in its own words: a status may be read, but nothing with as many digits as a code has. */
  words(text: string, codeLength: number): string {
    const masked = this.secrets(text);
    const digits = masked.match(/\p{Nd}/gu)?.length ?? 0;
    return digits >= codeLength ? masked.replace(/\p{Nd}/gu, '•') : masked;
  }

  /** Addresses: `/v1.0/` says nothing of anybody. */
  address(text: string): string {
    return this.secrets(text).replace(/\p{Nd}{3,}/gu, (digits) => '•'.repeat(digits.length));
  }
}

function isLong({ length }: string): boolean {
  return length >= shortestSecret;
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const encoded = encodeURIComponent(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const words = [secret, secret.toLowerCase(), domainToASCII(secret), encoded, encoded.replaceAll('%20', '+'), json];
  return [...words, bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex'), ...withinBase64(bytes)];
}

/** In the base64 of something longer (`user:secret`): what stays the same whatever stands beside it, for each place in a group of three. */
function withinBase64(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bits = (before + bytes.length) * 8;
    const padded = Buffer.concat([Buffer.alloc(before), bytes]);
    return (['base64', 'base64url'] as const).map((as) => padded.toString(as).slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6)));
  });
}
