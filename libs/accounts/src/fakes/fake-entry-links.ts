import { DomainError } from '@blitz/kernel';
import type { AdministratorErrorCode } from '../administrator/administrator-error.ts';
import type { Administrators } from '../administrator/administrators.ts';
import { EntryLinks } from '../console-session/entry-links.ts';

export class FakeEntryLinks extends EntryLinks {
  readonly #links = new Map<string, { readonly sub: string; readonly expiresAt: number }>();

  constructor(private readonly administrators: Administrators) {
    super();
  }

  async add(tag: string, sub: string, expiresAt: number): Promise<void> {
    if ((await this.administrators.find(sub)) === undefined) throw new DomainError<AdministratorErrorCode>('administrator_unknown');
    this.#links.set(tag, { sub, expiresAt });
  }

  claim(tag: string, now: number): Promise<string | undefined> {
    const found = this.#links.get(tag);
    this.#links.delete(tag);
    return Promise.resolve(found !== undefined && found.expiresAt > now ? found.sub : undefined);
  }
}
