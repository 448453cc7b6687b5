/** `all_or_nothing`: one row that can't be kept, and nothing is written. */
export type ImportMode = 'good_rows' | 'all_or_nothing';

export interface ImportOptions {
  readonly mode: ImportMode;
  /** What becomes of rows whose login somebody has already. */
  readonly existing: 'skip' | 'update';
  /** Everything is judged and nothing written. */
  readonly dryRun: boolean;
}

/**
 *   running ─▶ done | refused (all or nothing, and some rows can't be kept) | failed (the file can't be read)
 *      └────▶ broken_off: the service stopped; what was read until then is written, or nothing if it was all or nothing
 */
export type ImportState = 'running' | 'done' | 'refused' | 'failed' | 'broken_off';
export type ImportPhase = 'receiving' | 'checking' | 'writing';

export interface ImportCounts {
  /** Rows below the header. */
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly faulty: number;
  readonly warnings: number;
}

export const noCounts: ImportCounts = { read: 0, created: 0, updated: 0, skipped: 0, faulty: 0, warnings: 0 };

export interface ImportProgress {
  readonly phase: ImportPhase;
  readonly counts: ImportCounts;
  /** The last line that was looked at. */
  readonly line: number;
  readonly bytesRead: number;
}

export interface AccountImport extends ImportProgress {
  readonly id: string;
  readonly options: ImportOptions;
  readonly state: ImportState;
  /** Why a file can't be read, or the work ended. */
  readonly because?: ImportFailure;
  /** Whose import it is: a `sub` or `client_id`. */
  readonly actor: string;
  /** Of the file; 0 until all of it is here. */
  readonly bytes: number;
  /** So many remarks more than are kept. */
  readonly remarksLeftOut: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt?: number;
}

export const importFailures = ['empty', 'encoding_wrong', 'not_csv', 'columns_wrong', 'too_large', 'upload_cut_off', 'stopped', 'unexpected'] as const;
export type ImportFailure = (typeof importFailures)[number];

/** What is said of one row. Never its values: some of them are secrets, all of them are somebody's. */
export interface ImportRemark {
  /** In the file, beginning with 1. */
  readonly line: number;
  /** The column. */
  readonly field: string;
  readonly kind: 'fault' | 'skipped' | 'warning';
  readonly rule: string;
  readonly expected: string;
}
