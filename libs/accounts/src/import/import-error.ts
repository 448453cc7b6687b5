import { DomainError } from '@blitz/kernel';
import type { ImportFailure } from './account-import.ts';

/** `import_running`: one at a time, for each wants the directory for itself. */
export type ImportErrorCode = 'import_running' | 'import_unknown' | 'import_failed' | 'import_too_large';

/** The file can't be read, or not any further. */
export class ImportFailed extends DomainError<ImportErrorCode> {
  constructor(
    readonly because: ImportFailure,
    options?: { readonly cause?: unknown },
  ) {
    super('import_failed', { because }, options);
  }
}
