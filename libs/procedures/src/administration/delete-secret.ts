import type { Actor, RecordDeed } from '@blitz/audit';
import type { KeepSecrets } from '../saving/keep-secrets.ts';
import { stampOf } from './stamp-of.ts';

/** An administrator deletes a secret that no procedure names any more. */
export class DeleteSecret {
  constructor(
    private readonly secrets: KeepSecrets,
    private readonly record: RecordDeed,
  ) {}

  /** @throws DomainError `secret_in_use` (with `usedBy`), `secret_unknown` */
  async execute({ actor, name }: { readonly actor: Actor; readonly name: string }): Promise<void> {
    await this.secrets.delete({ name, ...stampOf(actor) });
    this.record.execute({ actor, resource: 'procedure_secret', deed: 'deleted', target: name });
  }
}
