import type { Account, Attributes, RequiredFactor } from '../account/account.ts';
import type { DirectoryAccount } from './directory-account.ts';
import type { SearchTerm } from '../search/read-search.ts';

/** Where a page of a search ended. */
export interface SearchPosition {
  /** Which of the terms the pages follow. */
  readonly term: number;
  readonly word: string;
  readonly sub: string;
}

export interface DirectorySearch {
  /** At least one. */
  readonly terms: readonly SearchTerm[];
  readonly after?: SearchPosition;
  readonly limit: number;
}

export interface FoundAccounts {
  /** Fewer than asked for, even none, say nothing about the end: only `next` does. */
  readonly items: readonly DirectoryAccount[];
  readonly next?: SearchPosition;
}

/** What has to hold when an account is written. */
export interface WritingRules {
  /** The attributes whose values no two accounts may share. */
  readonly unique: readonly string[];
  /** ISO 3166: how a number without its country is read. */
  readonly country: string;
}

export interface AccountChange {
  readonly sub: string;
  readonly attributes: Attributes;
  readonly requiredFactor: RequiredFactor | null;
  readonly expectedVersion: number;
}

/** What two accounts share that people would log in with; so neither gets in by it. */
export type SharedKey = 'email' | 'phone_number';

/** The directory as administrators look after it; blitz-idp reads it as `Accounts`. */
export abstract class Directory {
  /** By login, after this one. */
  abstract list(page: { readonly after?: string; readonly limit: number }): Promise<readonly DirectoryAccount[]>;
  /** Every account once, in the order of the words that were found. */
  abstract search(search: DirectorySearch): Promise<FoundAccounts>;
  abstract find(sub: string): Promise<DirectoryAccount | undefined>;
  abstract sharedKeys(account: Account): Promise<readonly SharedKey[]>;
  /**
   * Of any number that want the same login or unique value at once, one gets it.
   *
   * @throws AccountRefused `taken`; DomainError `directory_busy`
   */
  abstract create(account: Account, rules: WritingRules): Promise<DirectoryAccount>;
  /**
   * Browsers that were trusted because of another telephone are trusted no more.
   *
   * @throws AccountChanged, AccountRefused `taken`; DomainError `account_unknown`, `directory_busy`
   */
  abstract change(change: AccountChange, rules: WritingRules): Promise<DirectoryAccount>;
  /** Makes the words of some accounts that have none yet. @returns how many; 0: all have theirs */
  abstract index(limit: number, country: string): Promise<number>;
}
