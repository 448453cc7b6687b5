import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock, type Sealer } from '@blitz/kernel';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import type { ProcedureStore, Stamp } from '../store/procedure-store.ts';
import { isSecretName, isSecretValue, openSecret, sealSecret } from '../store/secrets.ts';

/** A secret as it may be seen: by its name, and by who needs it. */
export interface KnownSecret {
  readonly name: string;
  readonly usedBy: readonly string[];
}

/** The secrets of procedures. There is a way in and none out: nothing here answers a value. */
export class KeepSecrets {
  constructor(
    private readonly store: ProcedureStore,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async list(): Promise<readonly KnownSecret[]> {
    const { secrets, procedures } = await this.store.set();
    return secrets.map(({ name }) => ({ name, usedBy: procedures.filter((each) => each.secrets.includes(name)).map(({ key }) => key) }));
  }

  /** @throws DomainError `secret_invalid` */
  async save({ name, value, ...stamp }: Stamp & { readonly name: unknown; readonly value: unknown }): Promise<void> {
    if (!isSecretName(name)) throw invalid('name', 'lower-case letters, digits, - and _, beginning with a letter, at most 64');
    if (!isSecretValue(value)) throw invalid('value', 'a printable text of 1 to 4096 characters');
    await this.store.saveSecret(sealSecret(this.sealer, name, value), stamp);
    this.#note('secret_saved', stamp, name);
  }

  /** @throws DomainError `secret_in_use`, `secret_unknown` */
  async delete({ name, ...stamp }: Stamp & { readonly name: string }): Promise<void> {
    const usedBy = (await this.list()).find((each) => each.name === name)?.usedBy ?? [];
    if (usedBy.length > 0) throw new DomainError<ProcedureErrorCode>('secret_in_use', { usedBy: usedBy.join(', ') });
    if (!(await this.store.deleteSecret(name))) throw new DomainError<ProcedureErrorCode>('secret_unknown');
    this.#note('secret_deleted', stamp, name);
  }

  /**
   * Seals every secret anew under the first master key, so that the older ones can be taken away. May be run at any time and
   * again: what is saved meanwhile wins.
   * @returns how many were sealed anew
   */
  async reseal(stamp: Stamp): Promise<number> {
    let done = 0;
    for (const secret of (await this.store.set()).secrets) {
      const again = sealSecret(this.sealer, secret.name, openSecret(this.sealer, secret));
      if (await this.store.resealSecret(again, secret.sealed)) done += 1;
    }
    const { author, address, browser: userAgent } = stamp;
    this.audit.record({ type: 'secrets_resealed', at: this.clock.now(), sub: author, address, userAgent, details: { changed: done } });
    return done;
  }

  #note(type: 'secret_saved' | 'secret_deleted', { author, address, browser: userAgent }: Stamp, name: string): void {
    this.audit.record({ type, at: this.clock.now(), sub: author, address, userAgent, details: { name } });
  }
}

function invalid(field: string, expected: string): DomainError<ProcedureErrorCode> {
  return new DomainError<ProcedureErrorCode>('secret_invalid', { field, expected });
}
