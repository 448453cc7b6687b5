import type { AccountImports } from './account-imports.ts';
import type { ImportRemark } from './account-import.ts';

/** A file of broken rows only must not fill the database; whoever has so many mends the cause and not each row. */
export const mostRemarks = 100_000;

/** Keeps what is said of rows, up to a limit that is told. */
export class RemarkLog {
  #kept = 0;
  #leftOut = 0;

  constructor(
    private readonly imports: AccountImports,
    private readonly id: string,
  ) {}

  get leftOut(): number {
    return this.#leftOut;
  }

  async add(remarks: readonly ImportRemark[]): Promise<void> {
    const kept = [...remarks].sort((one, other) => one.line - other.line).slice(0, mostRemarks - this.#kept);
    this.#kept += kept.length;
    this.#leftOut += remarks.length - kept.length;
    if (kept.length > 0) await this.imports.remark(this.id, kept);
  }
}
