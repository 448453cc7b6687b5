import type { Account } from '../account/account.ts';

export interface ExistingAccount {
  readonly account: Account;
  readonly administrator: boolean;
}

/** A value that only one row of the file may have. */
export interface FileKey {
  readonly key: string;
  readonly line: number;
}

export interface CreatedRow {
  readonly account: Account;
  readonly passwordHash?: string;
}

export interface UpdatedRow {
  readonly before: Account;
  readonly account: Account;
}

/** What a batch of rows asks the directory, in one transaction. */
export interface ImportBatch {
  /** By login. */
  existing(logins: readonly string[]): Promise<ReadonlyMap<string, ExistingAccount>>;
  /** In which line of the file each key was first. */
  firstLines(keys: readonly FileKey[]): Promise<ReadonlyMap<string, number>>;
  /** Who has these values of an attribute, as `comparedValue` has them: the `sub` of one account each. */
  holders(attribute: string, values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  create(rows: readonly CreatedRow[], country: string): Promise<void>;
  /** Browsers that were trusted because of another telephone are trusted no more. */
  update(rows: readonly UpdatedRow[], country: string): Promise<void>;
}

/** The directory as imports write it. */
export abstract class ImportBatches {
  /** Judges and writes nothing. */
  abstract look<Answer>(id: string, work: (batch: ImportBatch) => Promise<Answer>): Promise<Answer>;
  /** Nobody else decides about unique values meanwhile. What `work` throws undoes all of it. @throws DomainError `directory_busy` */
  abstract write<Answer>(id: string, work: (batch: ImportBatch) => Promise<Answer>): Promise<Answer>;
  /** Forgets what the file had in which line: before it is read once more, and in the end. */
  abstract forgetLines(id: string): Promise<void>;
}
