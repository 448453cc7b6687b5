import type { CreatedRow, UpdatedRow } from './import-batches.ts';
import type { ImportRemark } from './account-import.ts';
import type { ImportRow } from './import-row.ts';

/** A row that would make an account, or change one. */
export interface JudgedCreation extends CreatedRow {
  readonly row: ImportRow;
}

/** What becomes of a batch of rows. */
export interface JudgedRows {
  readonly create: readonly JudgedCreation[];
  readonly update: readonly UpdatedRow[];
  readonly remarks: readonly ImportRemark[];
}
