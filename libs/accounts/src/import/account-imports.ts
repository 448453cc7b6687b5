import type { AccountImport, ImportCounts, ImportFailure, ImportOptions, ImportProgress, ImportRemark, ImportState } from './account-import.ts';

export interface NewImport {
  readonly id: string;
  readonly options: ImportOptions;
  readonly actor: string;
}

export interface ImportEnd {
  readonly state: Exclude<ImportState, 'running'>;
  readonly because?: ImportFailure;
  readonly remarksLeftOut: number;
  /** The last ones, if they are others than those of the last progress. */
  readonly counts?: ImportCounts;
}

/** A remark in its place. */
export type PlacedRemark = ImportRemark & { readonly position: number };

export interface RemarksPage {
  /** After the remark in this place. */
  readonly after: number;
  readonly limit: number;
}

/** Imports, running and past. One that nobody has worked at for a minute is broken off. */
export abstract class AccountImports {
  /** @throws DomainError `import_running`: of any number that begin at once, one does */
  abstract begin(begun: NewImport): Promise<AccountImport>;
  /** All of the file is here. */
  abstract received(id: string, bytes: number): Promise<void>;
  /** @throws ImportFailed `stopped`: it was taken for broken off, and somebody else may be at work */
  abstract progress(id: string, progress: ImportProgress): Promise<void>;
  abstract end(id: string, end: ImportEnd): Promise<void>;
  abstract find(id: string): Promise<AccountImport | undefined>;
  /** The newest first. */
  abstract list(limit: number): Promise<readonly AccountImport[]>;
  abstract remark(id: string, remarks: readonly ImportRemark[]): Promise<void>;
  /** In the order of their writing. */
  abstract remarks(id: string, page: RemarksPage): Promise<readonly PlacedRemark[]>;
}
