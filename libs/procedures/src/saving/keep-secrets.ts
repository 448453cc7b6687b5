import type { AuditTrail } from '@blitz/audit';
import { DomainError, type Clock, type Sealer } from '@blitz/kernel';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import type { ProcedureStore, SealedSecret, Stamp } from '../store/procedure-store.ts';
import { isSecretName, isSecretValue, notKeptFor, openSecret, sealSecret } from '../store/secrets.ts';
import { readHosts } from './hosts.ts';

/** A secret as it may be seen: by its name, where it may go, and who needs it. */
export interface KnownSecret {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly usedBy: readonly string[];
  /** Those of them that are asked for no call, because they reach hosts that it is not kept for. */
  readonly refusedTo: readonly string[];
  /** Who gave it its value, and when: milliseconds since the epoch. */
  readonly author: string;
  readonly at: number;
}

/** As it came from outside. */
export interface SaveSecretCommand extends Stamp {
  readonly name: unknown;
  readonly value: unknown;
  /** Where it may go: whoever may write procedures could have it sent anywhere otherwise. */
  readonly hosts: unknown;
}

/** What became of secrets under a new master key. */
export interface Resealed {
  readonly changed: number;
  /** The names of those that no master key opens; they stay as they are. */
  readonly unreadable: readonly string[];
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
    const [secrets, { procedures }] = await Promise.all([this.store.knownSecrets(), this.store.set()]);
    return secrets.map((secret) => {
      const users = procedures.filter((each) => each.secrets.includes(secret.name));
      const refused = users.filter(({ hosts }) => notKeptFor(secret, hosts) !== undefined);
      return { ...secret, usedBy: users.map(({ key }) => key), refusedTo: refused.map(({ key }) => key) };
    });
  }

  /**
   * Another list of hosts needs the value again: who does not know it can't open it to a host of their own.
   * @throws DomainError `secret_invalid`
   */
  async save({ name, value, hosts, ...stamp }: SaveSecretCommand): Promise<void> {
    if (!isSecretName(name)) throw invalid('name', 'lower-case letters, digits, - and _, beginning with a letter, at most 64');
    if (!isSecretValue(value)) throw invalid('value', 'a printable text of 1 to 4096 characters');
    const kept = readHosts(hosts) ?? [];
    if (kept.length === 0) throw invalid('hosts', 'a list of 1 to 20 host names, such as api.example.org or pbx.example.org:8089');
    await this.store.saveSecret(sealSecret(this.sealer, { name, hosts: kept }, value), stamp);
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
   * again: what is saved meanwhile wins. One that no key opens keeps none of the others from it.
   */
  async reseal(stamp: Stamp): Promise<Resealed> {
    const unreadable: string[] = [];
    let changed = 0;
    for (const secret of (await this.store.set()).secrets) {
      const again = this.#sealedAnew(secret);
      if (again === undefined) unreadable.push(secret.name);
      else if (await this.store.resealSecret(again, secret.sealed)) changed += 1;
    }
    const { author, address, browser: userAgent } = stamp;
    this.audit.record({ type: 'secrets_resealed', at: this.clock.now(), sub: author, address, userAgent, details: { changed } });
    return { changed, unreadable };
  }

  #sealedAnew(secret: SealedSecret): SealedSecret | undefined {
    try {
      return sealSecret(this.sealer, secret, openSecret(this.sealer, secret));
    } catch {
      return undefined;
    }
  }

  #note(type: 'secret_saved' | 'secret_deleted', { author, address, browser: userAgent }: Stamp, name: string): void {
    this.audit.record({ type, at: this.clock.now(), sub: author, address, userAgent, details: { name } });
  }
}

function invalid(field: string, expected: string): DomainError<ProcedureErrorCode> {
  return new DomainError<ProcedureErrorCode>('secret_invalid', { field, expected });
}
