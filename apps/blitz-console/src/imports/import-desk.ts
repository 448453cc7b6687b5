import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { AccountImports, ImportAccounts, ImportFailed, type AccountImport, type Carer, type ImportFailure, type ImportOptions } from '@blitz/accounts';
import { DomainError } from '@blitz/kernel';
import { Log } from '@blitz/platform';
import { Inject, type BeforeApplicationShutdown } from '@nestjs/common';
import { CsvFile } from './csv-file.ts';
import { largestFile } from './imports.routes.ts';
import { SpooledFile } from './spooled-file.ts';

/** Takes files in, and has them worked off beside everything else. */
export class ImportDesk implements BeforeApplicationShutdown {
  @Inject(AccountImports) private readonly imports!: AccountImports;
  @Inject(ImportAccounts) private readonly importAccounts!: ImportAccounts;
  @Inject(Log) private readonly log!: Log;
  readonly #stopping = new AbortController();
  #working: Promise<void> = Promise.resolve();

  /** @returns how it stands when the file is here @throws DomainError `import_running`, `import_too_large` */
  async begin(source: Readable, options: ImportOptions, carer: Carer): Promise<AccountImport> {
    const id = randomUUID();
    const begun = await this.imports.begin({ id, options, actor: carer.actor.id });
    const spooled = await this.#receive(id, source);
    await this.imports.received(id, spooled.bytes);
    this.#working = this.#work(id, spooled, options, carer);
    return (await this.imports.find(id)) ?? begun;
  }

  /** What is being written is written to the end of its batch. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#working;
  }

  async #receive(id: string, source: Readable): Promise<SpooledFile> {
    try {
      return await SpooledFile.receive(source, largestFile);
    } catch (error) {
      const because = (): ImportFailure => {
        if (error instanceof ImportFailed) return error.because;
        return error instanceof DomainError ? 'too_large' : 'unexpected';
      };
      await this.imports.end(id, { state: 'failed', because: because(), remarksLeftOut: 0 });
      throw error;
    }
  }

  async #work(id: string, spooled: SpooledFile, options: ImportOptions, carer: Carer): Promise<void> {
    try {
      await this.importAccounts.execute({ id, file: new CsvFile(spooled), options, carer, signal: this.#stopping.signal });
      this.log.info({ import: id }, 'an import has ended');
    } catch (error) {
      this.log.error({ err: error, import: id }, 'an import has failed');
    } finally {
      await spooled.close();
    }
  }
}
