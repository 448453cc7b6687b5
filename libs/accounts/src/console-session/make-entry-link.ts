import type { Actor, RecordDeed } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { AdministratorErrorCode } from '../administrator/administrator-error.ts';
import type { EntryLinkTags } from './entry-link-tags.ts';
import type { EntryLinks } from './entry-links.ts';

export const entryLinkMs = 15 * 60_000;

/** Makes a one-time link by which an administrator enters without a login: when no second factor works yet, or theirs is lost. */
export class MakeEntryLink {
  constructor(
    private readonly links: EntryLinks,
    private readonly tags: EntryLinkTags,
    private readonly clock: Clock,
    private readonly deeds: RecordDeed,
  ) {}

  /** @returns the token, which is kept nowhere @throws DomainError `administrator_unknown` */
  async execute(sub: string, actor: Actor): Promise<string> {
    const token = this.tags.newToken();
    const tag = this.tags.of(token);
    if (tag === undefined) throw new DomainError<AdministratorErrorCode>('entry_link_invalid');
    await this.links.add(tag, sub, this.clock.now() + entryLinkMs);
    this.deeds.execute({ actor, resource: 'entry_link', deed: 'made', target: sub, sub });
    return token;
  }
}
