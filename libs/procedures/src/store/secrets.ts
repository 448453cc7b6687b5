import { DomainError, type Sealer } from '@blitz/kernel';
import type { ProcedureErrorCode } from './procedure-error.ts';
import type { SealedSecret } from './procedure-store.ts';
import type { Procedure } from './procedure.ts';

export const secretName = /^[a-z][a-z0-9_-]{0,63}$/;
const longestValue = 4096;

export function isSecretName(name: unknown): name is string {
  return typeof name === 'string' && secretName.test(name);
}

/** A token, a password, a key in PEM: printable text, lines included. */
export function isSecretValue(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longestValue && /^[^\p{Cc}\p{Cs}]*$/u.test(value.replace(/[\r\n\t]/g, ''));
}

/** Bound to its name and its hosts: what was sealed for one secret, or for one provider, can't be opened for another. */
const purpose = ({ name, hosts }: Omit<SealedSecret, 'sealed'>): string => `procedure secret ${name} for ${hosts.join(' ')}`;

export function sealSecret(sealer: Sealer, { name, hosts }: Omit<SealedSecret, 'sealed'>, value: string): SealedSecret {
  return { name, hosts, sealed: sealer.seal(value, purpose({ name, hosts })) };
}

/** @throws when no master key opens it, or somebody altered it or its hosts */
export function openSecret(sealer: Sealer, { sealed, ...kept }: SealedSecret): string {
  return sealer.open(sealed, purpose(kept));
}

/**
 * Opens for a procedure the secrets that it names. One that may not go to all of its hosts is not for it at all: which of
 * them the program sends it to is nobody's knowledge beforehand.
 * @throws DomainError `secret_unreadable` (with `name` and `reason`)
 */
export function openSecrets(sealer: Sealer, sealed: readonly SealedSecret[], { secrets, hosts }: Pick<Procedure, 'secrets' | 'hosts'>): Readonly<Record<string, string>> {
  const opened = sealed
    .filter(({ name }) => secrets.includes(name))
    .map((secret) => {
      const refusal = notKeptFor(secret, hosts);
      if (refusal !== undefined) throw unreadable(secret.name, refusal);
      try {
        return [secret.name, openSecret(sealer, secret)] as const;
      } catch (cause) {
        throw unreadable(secret.name, `no master key opens the secret "${secret.name}": save it anew with its value`, cause);
      }
    });
  return Object.fromEntries(opened);
}

/** @returns in a sentence, why the secret is not for a procedure that reaches these hosts; undefined when it is */
export function notKeptFor({ name, hosts }: Omit<SealedSecret, 'sealed'>, reached: readonly string[]): string | undefined {
  const others = reached.filter((host) => !hosts.includes(host));
  if (others.length === 0) return undefined;
  return `the secret "${name}" is kept for ${hosts.join(', ')} and may not be used beside ${others.join(', ')}: save it anew with its value to use it elsewhere`;
}

function unreadable(name: string, reason: string, cause?: unknown): DomainError<ProcedureErrorCode> {
  return new DomainError<ProcedureErrorCode>('secret_unreadable', { name, reason }, { cause });
}
