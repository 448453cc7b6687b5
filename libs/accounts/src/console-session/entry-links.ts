/** One-time links into blitz-console, by the tags of their tokens. */
export abstract class EntryLinks {
  /** @throws DomainError `administrator_unknown` */
  abstract add(tag: string, sub: string, expiresAt: number): Promise<void>;
  /** Of any number at once one gets it. @returns whose it is */
  abstract claim(tag: string, now: number): Promise<string | undefined>;
}
