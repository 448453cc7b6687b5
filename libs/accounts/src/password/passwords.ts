import type { AuditEvent } from '@blitz/audit';

/** Tells what happened, once the number of browsers that lost their trust is known. */
export type ChangeReport = (browsersRevoked: number) => readonly AuditEvent[];

/** Where password hashes are kept. */
export abstract class Passwords {
  abstract findHash(sub: string): Promise<string | undefined>;
  /** When the account got the password that it has: milliseconds since the epoch; undefined without one. */
  abstract changedAt(sub: string): Promise<number | undefined>;
  /**
   * Keeps another hash of the same password (a re-hash, or the first password of an account); browsers stay trusted.
   *
   * @param replacing write only if this is still the hash: a re-hash must not bring back a password changed meanwhile
   * @returns whether it was written
   * @throws DomainError `account_unknown`
   */
  abstract saveHash(sub: string, hash: string, replacing?: string): Promise<boolean>;
  /**
   * Another password: its hash is saved, every trusted browser revoked and the report written, all of it or nothing.
   *
   * @throws DomainError `account_unknown`
   */
  abstract change(sub: string, hash: string, now: number, report: ChangeReport): Promise<void>;
}
