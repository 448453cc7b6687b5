import type { Sealer } from '@blitz/kernel';
import type { SealedSecret } from './procedure-store.ts';

export const secretName = /^[a-z][a-z0-9_-]{0,63}$/;
const longestValue = 4096;

export function isSecretName(name: unknown): name is string {
  return typeof name === 'string' && secretName.test(name);
}

/** A token, a password, a key in PEM: printable text, lines included. */
export function isSecretValue(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestValue && /^[^\p{Cc}\p{Cs}]*$/u.test(value.replace(/[\r\n\t]/g, ''));
}

/** Bound to its name: what was sealed for one secret can't be opened as another. */
const purpose = (name: string): string => `procedure secret ${name}`;

export function sealSecret(sealer: Sealer, name: string, value: string): SealedSecret {
  return { name, sealed: sealer.seal(value, purpose(name)) };
}

/** @throws RangeError when no master key opens it */
export function openSecret(sealer: Sealer, { name, sealed }: SealedSecret): string {
  return sealer.open(sealed, purpose(name));
}
