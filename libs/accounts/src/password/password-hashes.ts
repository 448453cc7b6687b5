export interface PasswordVerdict {
  readonly right: boolean;
  /** Made with other parameters than the ones in use: hash the password again while it is known. */
  readonly stale: boolean;
}

/** The work of hashing. Both deeds normalise the password themselves (`normalisePassword`). */
export abstract class PasswordHashes {
  /** @throws DomainError `hashing_busy` */
  abstract hash(password: string): Promise<string>;
  /**
   * Without a hash (the account is unknown, or has no password) does the same work and is never right.
   *
   * @throws DomainError `hashing_busy`
   */
  abstract check(hash: string | undefined, password: string): Promise<PasswordVerdict>;
}
