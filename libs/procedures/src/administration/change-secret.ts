import type { Actor, RecordDeed } from '@blitz/audit';
import { DomainError } from '@blitz/kernel';
import type { KeepSecrets, KnownSecret } from '../saving/keep-secrets.ts';
import type { ProcedureErrorCode } from '../store/procedure-error.ts';
import { stampOf } from './stamp-of.ts';

export interface ChangeSecretCommand {
  readonly actor: Actor;
  readonly name: string;
  /** As they came from outside. */
  readonly value: unknown;
  readonly hosts: unknown;
}

/** An administrator gives a secret its value, and says where it may go. Of the value nothing is written down. */
export class ChangeSecret {
  constructor(
    private readonly secrets: KeepSecrets,
    private readonly record: RecordDeed,
  ) {}

  /** @returns the secret as it may be seen @throws as KeepSecrets does */
  async execute({ actor, name, value, hosts }: ChangeSecretCommand): Promise<KnownSecret> {
    const before = await this.#find(name);
    await this.secrets.save({ name, value, hosts, ...stampOf(actor) });
    const after = await this.#find(name);
    // Somebody deleted it in the same moment.
    if (after === undefined) throw new DomainError<ProcedureErrorCode>('secret_unknown');
    const [deed, was] = before === undefined ? (['created', {}] as const) : (['changed', { hosts: before.hosts }] as const);
    this.record.execute({ actor, resource: 'procedure_secret', deed, target: name, before: was, after: { hosts: after.hosts, value: 'given' } });
    return after;
  }

  async #find(wanted: string): Promise<KnownSecret | undefined> {
    return (await this.secrets.list()).find(({ name }) => name === wanted);
  }
}
