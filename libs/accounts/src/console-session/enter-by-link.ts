import type { AuditOrigin, AuditTrail } from '@blitz/audit';
import { DomainError, type Clock } from '@blitz/kernel';
import type { AdministratorErrorCode } from '../administrator/administrator-error.ts';
import type { EntryLinkTags } from './entry-link-tags.ts';
import type { EntryLinks } from './entry-links.ts';
import type { OpenConsoleSession } from './open-console-session.ts';

export interface LinkEntrance {
  readonly token: string;
  readonly before: string | undefined;
  readonly origin: AuditOrigin;
}

/** Lets an administrator in by a one-time link. */
export class EnterByLink {
  constructor(
    private readonly links: EntryLinks,
    private readonly tags: EntryLinkTags,
    private readonly openSession: OpenConsoleSession,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns the token of a session @throws DomainError `entry_link_invalid`, `administrator_unknown` */
  async execute({ token, before, origin }: LinkEntrance): Promise<string> {
    const now = this.clock.now();
    const tag = this.tags.of(token);
    const sub = tag === undefined ? undefined : await this.links.claim(tag, now);
    if (sub === undefined) {
      this.audit.record({ ...origin, type: 'administrator_refused', at: now, details: { reason: 'link_invalid' } });
      throw new DomainError<AdministratorErrorCode>('entry_link_invalid');
    }
    return this.openSession.execute({ sub, provedAt: 'by_link', before, origin });
  }
}
