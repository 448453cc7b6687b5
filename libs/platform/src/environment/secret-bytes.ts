import type { Staged } from './staged.ts';

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Secrets that are written in examples begin with this word, so that production can tell them from real ones. */
const marker = /^development/i;

/** @returns the bytes of a base64 (or base64url) text, or nothing if it is neither. */
export function secretBytes(text: string): Buffer | undefined {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  const padded = plain.endsWith('=') ? plain : plain.padEnd(Math.ceil(plain.length / 4) * 4, '=');
  return base64.test(padded) ? Buffer.from(padded, 'base64') : undefined;
}

/** Production takes only what a random generator could have made; development takes whatever has the size. */
export function isSecret(text: string, stage: Staged, fits: (bytes: number) => boolean): boolean {
  const bytes = secretBytes(text);
  if (bytes === undefined || !fits(bytes.length)) return false;
  return !stage.production || !(marker.test(text) || looksInvented(bytes));
}

/**
 * 32 random bytes hold about 30 different ones; fewer than 20, or nothing but printable characters, happens less than once
 * in 10^11 draws. Zeroes, `change-me-change-me…`, and counting up by hand do not pass.
 */
function looksInvented(bytes: Buffer): boolean {
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  const steps = new Set(bytes.map((byte, at) => byte - (bytes[at - 1] ?? 0)));
  return printable || new Set(bytes).size < 20 || steps.size < 8;
}
